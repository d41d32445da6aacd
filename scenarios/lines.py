"""Lines and ways that vary with what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.condition import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenarios.condition import World
    from scenarios.model import Line, Way


def pick(lines: Sequence[Line], world: World) -> str:
    """Return the first line whose condition holds, or an empty text."""
    return next((line.says for line in lines if holds(line.when, world)), "")


def pick_way(ways: Sequence[Way], world: World) -> str:
    """Return where the story goes: the first way whose condition holds, else the last."""
    return next((way.to for way in ways if holds(way.when, world)), ways[-1].to)
