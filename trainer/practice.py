"""A drill as the front ends drive it: the state moves on, and what comes back on another day is kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from trainer.drills.events import (
    Alarmed,
    Began,
    Contested,
    Event,
    Felt,
    Halted,
    Hinted,
    Judged,
    Left,
    Responded,
    Retried,
    Skipped,
    WentOn,
)
from trainer.drills.reading import read
from trainer.drills.spacing import Card, after
from trainer.drills.step import start, step
from trainer.errors import PlayError, StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scenarios.drill import Drill, DrillLine
    from trainer.drills.state import State
    from trainer.play.events import Halt
    from trainer.play.state import Attempt

LINES = 6
"""How many lines a session has where nobody said otherwise: about five minutes."""


class KeepsCards(Protocol):
    """What a drill needs of a store. One that writes nothing says so by `is_saving`."""

    is_saving: bool

    def cards(self, drill: str) -> tuple[Card, ...]:
        """Return what is kept of the lines of a drill."""

    def keep_card(self, card: Card) -> None:
        """Keep what is to be known of a line, in place of what was known before."""

    def contest_line(self, drill: Drill, line: DrillLine, made: Attempt) -> None:
        """Keep a response whose reading the player contested, for the author."""

    def setting(self, name: str) -> str:
        """Return a setting of the program."""

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the program."""


def today() -> int:
    """Return the day as people count it here, as a number."""
    return datetime.now().astimezone().date().toordinal()


def due(cards: Iterable[Card], drill: Drill, day: int) -> tuple[str, ...]:
    """Return the lines of a drill that are to be practised on a day, the longest due first."""
    known = {line.id for line in drill.lines}
    cards = [card for card in cards if card.is_due(day) and card.line in known]
    return tuple(card.line for card in sorted(cards, key=lambda card: (card.due, card.line)))


class Practice:
    """A drill that is being practised. Every method that changes it returns the new state."""

    def __init__(
        self, drill: Drill, store: KeepsCards, *, lines: int = LINES, seed: int | None = None, day: int = 0
    ) -> None:
        self._store = store
        self._day = day or today()
        self._notice = ""
        self._cards: dict[str, Card] = {}
        """What is kept of each line, as it was before the present turn."""
        self.held = ""
        """Words that stopped the drill, in memory only: put back into the box where the player goes on."""
        level = 1
        try:
            self._cards = {card.line: card for card in store.cards(drill.id)}
            level = int(store.setting(_level_of(drill)) or 1)
        except (StoreTrouble, ValueError) as trouble:
            self._notice = str(trouble) if isinstance(trouble, StoreTrouble) else ""
        days = len({card.last for card in self._cards.values()})
        made = self._day * 100 + days if seed is None else seed
        found = due(self._cards.values(), drill, self._day)
        self.state = start(drill, Began(drill.id, made, lines, level, found, tuple(sorted(self._cards))))
        self.due = len(found)
        """How many lines come back today from another day."""

    @property
    def is_saving(self) -> bool:
        """Whether what comes back on another day is kept."""
        return self._store.is_saving

    def read(self, text: str) -> Responded | Alarmed | Left:
        """Read typed words without changing anything: can run beside the screen, to be given to `take`."""
        if self.state.phase != "responding":
            raise PlayError("A response does not fit here.")
        return read(self.state, text)

    def take(self, event: Event, *, held: str = "") -> State:
        """Let `event` happen, and keep what is to be kept."""
        before = self.state
        self.state = step(before, event)
        if isinstance(event, Alarmed):
            self.held = held
        elif not isinstance(event, Halted):
            self.held = ""
        if isinstance(event, Responded) and self.state.turn.attempts != before.turn.attempts:
            self._keep(self._card(self.state))
        if isinstance(event, Judged):
            self._settle(before)
        return self.state

    def say(self, text: str) -> State:
        """Say something."""
        return self.take(self.read(text), held=text)

    def hint(self) -> State:
        """Ask for the next piece of help."""
        return self.take(Hinted())

    def skip(self) -> State:
        """Take another line."""
        return self.take(Skipped())

    def again(self) -> State:
        """Try the same line again."""
        return self.take(Retried())

    def go_on(self) -> State:
        """Go on from the last attempt."""
        return self.take(WentOn())

    def meant(self) -> State:
        """Say that the skill was there though it was not seen: the line counts so, and the author is told."""
        state = self.take(Contested())
        made = state.turn.attempts[-1]
        self._keep(self._card(state))
        try:
            self._store.contest_line(state.drill, state.line, made)
        except StoreTrouble as trouble:
            self._notice = f"{trouble} It counts, but it is not kept for the author."
        return state

    def judge(self, felt: Felt) -> State:
        """Say how hard it was, and go on to the next line."""
        return self.take(Judged(felt))

    def halt(self, choice: Halt) -> State:
        """Choose how to go on after words that may mean danger."""
        return self.take(Halted(choice))

    def leave(self) -> State:
        """Stop here."""
        return self.take(Left())

    def take_notice(self) -> str:
        """Return what the player must be told about saving, once; empty where there is nothing to tell."""
        notice, self._notice = self._notice, ""
        return notice

    def _card(self, state: State) -> Card:
        """Return what is to be kept of a line after its last attempt."""
        return after(
            self._cards.get(state.turn.line),
            drill=state.drill.id,
            line=state.turn.line,
            level=state.turn.level,
            went_well=state.went_well(state.turn),
            today=self._day,
        )

    def _settle(self, before: State) -> None:
        """The line is done with: what was kept of it counts from now on, and so does the level."""
        self._cards[before.turn.line] = self._card(before)
        if self.state.level != before.level:
            self._try_setting(_level_of(before.drill), str(self.state.level))

    def _keep(self, card: Card) -> None:
        try:
            self._store.keep_card(card)
        except StoreTrouble as trouble:
            self._notice = f"{trouble} You can go on; what comes back is not saved."

    def _try_setting(self, name: str, value: str) -> None:
        try:
            self._store.set_setting(name, value)
        except StoreTrouble as trouble:
            self._notice = f"{trouble} You can go on; the level is not saved."


def _level_of(drill: Drill) -> str:
    return f"drill level {drill.id}"
