"""All that can happen in a drill: its state is computed from these, and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.play.events import Alarmed, Halted, Left, Retried, WentOn

if TYPE_CHECKING:
    from trainer.play.reading import Reading

__all__ = [
    "Alarmed",
    "Began",
    "Contested",
    "Event",
    "Felt",
    "Halted",
    "Hinted",
    "Judged",
    "Left",
    "Responded",
    "Retried",
    "Skipped",
    "WentOn",
]

Felt = Literal["too easy", "good", "too hard"]
"""How hard a line was, as the player says."""


@dataclass(frozen=True, slots=True)
class Began:
    """A drill began. Always the first event, and never a later one."""

    drill: str
    seed: int
    """From this the order of the lines is made."""
    lines: int
    """How many lines to practise, those that come back not counted."""
    level: int = 1
    due: tuple[str, ...] = ()
    """Lines that went badly on another day and are to be practised today; they come first."""
    met: tuple[str, ...] = ()
    """Lines that were practised before; those that never were come sooner."""


@dataclass(frozen=True, slots=True)
class Responded:
    """The player said something."""

    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Contested:
    """The player was read wrongly: the skill of the drill was there."""


@dataclass(frozen=True, slots=True)
class Hinted:
    """The player asked for the next hint."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The player would rather have another line."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The player said how hard the line was, and goes on to the next one."""

    felt: Felt


Event = Began | Responded | Contested | Alarmed | Halted | Hinted | Skipped | Retried | WentOn | Judged | Left
