"""The drills for the home screen, with what is due of each today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.skill_words import skill_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenarios.drill import Drill
    from trainer.drills.spacing import Card


@dataclass(frozen=True, slots=True)
class DrillRow:
    """What the list shows of a drill."""

    id: str
    title: str
    who: str
    """Whom the player plays, in words."""
    summary: str
    due: int
    """How many lines come back today."""

    def has(self, words: list[str]) -> bool:
        """Say whether each of the words stands somewhere in it."""
        text = f"drill drills {self.title} {self.who} {self.summary}".casefold()
        return all(word in text for word in words)


class DrillShelf:
    """Reads the drills once; what is due is asked of the store each time."""

    def __init__(self, cards: Callable[[str], tuple[Card, ...]], *, is_private: bool = False) -> None:
        self._is_private = is_private
        self._cards = cards
        """Asks the store; in the thread of the screens only."""
        self._drills: tuple[Drill, ...] = ()

    def read(self) -> None:
        """Read the drills; can run beside the screens."""
        from scenarios.drill_library import DrillLibrary

        self._drills = DrillLibrary(keep=not self._is_private).drills()

    def drill(self, id: str) -> Drill | None:  # noqa: A002 - the field's own word
        """Return a drill that was read."""
        return next((drill for drill in self._drills if drill.id == id), None)

    def rows(self, words: str = "") -> tuple[DrillRow, ...]:
        """Return the drills that have all these words; none before they are read."""
        wanted = words.casefold().split()
        rows = [self._row(drill) for drill in self._drills]
        return tuple(row for row in rows if row.has(wanted))

    def _row(self, drill: Drill) -> DrillRow:
        from trainer.practice import due, today

        back = len(due(self._cards(drill.id), drill, today()))
        who = f"you are the {drill.role}; {skill_words(drill.skill)}"
        return DrillRow(drill.id, drill.title, who, drill.summary, back)
