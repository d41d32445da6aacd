"""What an author claims that a text shows, held against what the scorer reads in it.

No scorer reads every sentence as its author does. So a difference is for the author to know, told in one line
for all texts that stand together. Only the contrary is a fault of its own: somebody who does well would be
told that they did harm, or the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.labels import ALL_PITFALLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Labels = frozenset[str]
Differing = tuple[int, Labels]
"""The line of a text, and what the scorer reads in it."""


def differs(claimed: Labels, found: Labels) -> bool:
    """Say whether a claimed label was not read, or a pitfall was read where only skills are claimed.

    More of the same kind is no difference: what is claimed of a reply is what all of its sayings share.
    """
    return bool(claimed - found or (not claimed & ALL_PITFALLS and found & ALL_PITFALLS))


def is_contrary(claimed: Labels, found: Labels) -> bool:
    """Say whether only skills are claimed and a pitfall was read instead, or the other way round."""
    if not claimed or claimed & found:
        return False
    pitfalls = claimed & ALL_PITFALLS
    if not pitfalls:
        return bool(found & ALL_PITFALLS)
    return pitfalls == claimed and bool(found - ALL_PITFALLS)


def summed_up(differing: Sequence[Differing], of: int, what: str, claim: str) -> str:
    """Return in one line which of the texts are read otherwise, and as what."""
    lines: dict[Labels, list[int]] = {}
    for line, found in differing:
        lines.setdefault(found, []).append(line)
    named = ", ".join(f"{_lines(each)} as {said(found)}" for found, each in lines.items())
    return f"the scorer reads {len(differing)} of {of} {what} otherwise than {claim}: {named}"


def _lines(lines: Sequence[int]) -> str:
    *first, last = map(str, lines)
    return f"lines {', '.join(first)} and {last}" if first else f"line {last}"


def said(labels: Iterable[str]) -> str:
    """Return labels in words."""
    return " + ".join(sorted(labels)) or "nothing"
