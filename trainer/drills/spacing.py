"""When a line comes back on another day: after 1 day, then 3, then 7, and then no more."""

from __future__ import annotations

from dataclasses import dataclass

DAYS = (1, 3, 7)
"""How many days later a line comes back, by how often it went well since it went badly."""
DONE = len(DAYS)
"""The rung of a line that need not come back."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of one line that was practised. No words of the player are in it."""

    drill: str
    line: str
    level: int
    """The level of the line."""
    last: int
    """The day on which it was practised last, as `date.toordinal` counts."""
    rung: int
    """Where it stands in `DAYS`; `DONE` where it need not come back."""
    due: int
    """The day from which on it is to be practised again; 0 where it need not be."""
    times: int = 1
    """On how many days it was practised."""

    def is_due(self, today: int) -> bool:
        """Say whether it is to be practised today."""
        return 0 < self.due <= today


def after(before: Card | None, *, drill: str, line: str, level: int, went_well: bool, today: int) -> Card:
    """Return what is to be kept after a line was practised.

    What went badly is due tomorrow. What went well moves one rung up, once a day and when it was due; a line
    that never went badly is not due at all.
    """
    times = 1 if before is None else before.times + (before.last != today)
    if not went_well:
        return Card(drill, line, level, today, 0, today + DAYS[0], times)
    if before is None or before.rung >= DONE:
        return Card(drill, line, level, today, DONE, 0, times)
    if not before.is_due(today):
        return Card(drill, line, level, today, before.rung, before.due, times)
    rung = before.rung + 1
    return Card(drill, line, level, today, rung, today + DAYS[rung] if rung < DONE else 0, times)
