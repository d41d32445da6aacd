"""Small scenarios to start from: one for each chair."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import quoted
from scenarios.slug import MAX_NAME, SLUG

if TYPE_CHECKING:
    from scenarios.model import Role

_ID = re.compile(r"^scenario: my-scene *", re.MULTILINE)
_TITLE = re.compile(r"^title: My scene$", re.MULTILINE)
_NOTE_AT = 28
"""The column of the notes."""


def started(name: str, role: Role) -> str:
    """Return the text of a small scenario under a name of its own. Raise ValueError where it is no name."""
    if not SLUG.fullmatch(name) or len(name) > MAX_NAME:
        raise ValueError(f"{quoted(name)} cannot be the name of a scenario; {_better(name)}")
    text = Path(__file__).with_name(f"{role}.yaml").read_text(encoding="utf-8")
    text = _ID.sub(f"scenario: {name}".ljust(_NOTE_AT - 1) + " ", text, count=1)
    title = name.replace("-", " ").capitalize()
    return _TITLE.sub(f'title: "{title}"' if title[0].isdigit() else f"title: {title}", text, count=1)


def _better(name: str) -> str:
    word = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_NAME].strip("-") or "my-scene"
    return f"use small letters, digits and single hyphens, as in {word}"
