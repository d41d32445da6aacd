"""What labels are called, in words for the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.labels import label

if TYPE_CHECKING:
    from scoring.verdict import Role


def title(name: str, role: Role) -> str:
    """Return what a label is called; one that the codebook no longer has goes by its own name."""
    try:
        return label(name, role).title
    except KeyError:
        return name.replace("_", " ")


def is_skill(name: str, role: Role) -> bool:
    """Say whether a label is a skill, and not a pitfall."""
    try:
        return label(name, role).is_skill
    except KeyError:
        return False
