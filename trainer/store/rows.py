"""What the store tells of a session, and of a contested verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["open", "ended", "left"]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in brief."""

    number: int
    scenario: str
    title: str
    role: str
    began: str
    """ISO date and time, UTC."""
    changed: str
    status: Status
    moments: int
    """How many moments the path has."""
    scene: str
    ending: str
    """The endings that were met in it, with a space between two; empty where none was."""
    draft: str

    @property
    def endings(self) -> tuple[str, ...]:
        """The ids of the endings that were met."""
        return tuple(self.ending.split())


@dataclass(frozen=True, slots=True)
class Contest:
    """A verdict that the player contested, kept for the author of the scenario."""

    number: int
    session: int
    at: str
    scenario: str
    scene: str
    partner_says: str
    text: str
    reading: dict[str, Any]
    """The reading as JSON: labels with spans and scores, style, rating and the reply that was found."""
    found: str
    meant: str
    note: str

    @property
    def is_of_drill(self) -> bool:
        """Whether it was said in a drill: then `scenario` is a drill, `scene` a line, `meant` a label."""
        return self.session == 0
