"""A drill that was asked for: which one, and how many lines of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.practice import LINES

if TYPE_CHECKING:
    from scenarios.drill import Drill


@dataclass(frozen=True, slots=True)
class Drilling:
    """What the screens begin with."""

    drill: Drill
    lines: int = LINES
