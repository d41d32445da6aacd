"""Gives passages and links names that a scenario can have, each one once."""

from __future__ import annotations

import re
import unicodedata

from scenarios.slug import MAX_NAME

_WORDS = 5


def slug(text: str, otherwise: str) -> str:
    """Return a name made of the first words of a text."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words[:_WORDS])[: MAX_NAME - 6].strip("-") or otherwise


def free(name: str, taken: set[str]) -> str:
    """Return the name, or the name with a number where it is taken; and take it."""
    made, number = name, 2
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    taken.add(made)
    return made
