"""A store that writes nothing: for private play, and where the data folder cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.drill import Drill, DrillLine
    from scenarios.model import Scenario
    from trainer.drills.spacing import Card
    from trainer.play.events import Event
    from trainer.play.state import Attempt, State
    from trainer.store.rows import Contest, SessionRow


class NoStore:
    """Keeps nothing but the settings and the drill lines of this run, in memory."""

    is_saving = False
    notice = ""
    path: Path | None = None

    def __init__(self) -> None:
        self._settings: dict[str, str] = {}
        self._cards: dict[tuple[str, str], Card] = {}

    def close(self) -> None:
        """Nothing is open."""

    def begin(self, scenario: Scenario, events: list[Event], state: State) -> int:  # noqa: ARG002 - as in `Store`
        """No room is needed."""
        return 0

    def append(self, session: int, first: int, events: list[Event], state: State) -> None:
        """Keep nothing."""

    def draft(self, session: int, text: str) -> None:
        """Keep nothing."""

    def draft_of(self, session: int) -> str:  # noqa: ARG002
        """There is none."""
        return ""

    def events(self, session: int) -> list[Event]:
        """There are none."""
        raise RecordError(f"There is no session {session}.")

    def sessions(self) -> tuple[SessionRow, ...]:
        """There are none."""
        return ()

    def unfinished(self) -> SessionRow | None:
        """There is none."""
        return None

    def forget(self, session: int) -> None:
        """There is nothing to delete."""

    def contest(self, session: int, state: State, says: str) -> None:
        """Keep nothing."""

    def contest_line(self, drill: Drill, line: DrillLine, made: Attempt) -> None:
        """Keep nothing."""

    def contests(self) -> tuple[Contest, ...]:
        """There are none."""
        return ()

    def setting(self, name: str) -> str:
        """Return a setting made in this run."""
        return self._settings.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting for this run."""
        self._settings[name] = value

    def settings(self) -> dict[str, str]:
        """Return the settings made in this run."""
        return dict(self._settings)

    def cards(self, drill: str = "") -> tuple[Card, ...]:
        """Return what is to be known of lines that were practised in this run."""
        return tuple(card for (of, _), card in sorted(self._cards.items()) if drill in ("", of))

    def keep_card(self, card: Card) -> None:
        """Keep it for this run."""
        self._cards[card.drill, card.line] = card

    def scrub(self) -> None:
        """There is nothing to remove."""
