"""The if-then sentence that a player takes along."""

from __future__ import annotations


def sentence(when: str, then: str) -> str:
    """Return its two halves as one sentence."""
    joint = "" if then.casefold().startswith("then") else "I will say: "
    return f"{when}, {joint}{then}"
