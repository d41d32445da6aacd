"""One session as the front ends drive it: the state moves on, and each event is kept as it happens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from scoring.text import clean
from trainer.errors import ElsewhereOpen, PlayError, StoreTrouble
from trainer.play.events import (
    Alarmed,
    Asked,
    Began,
    Chose,
    Contested,
    Event,
    Halt,
    Halted,
    Left,
    Noted,
    Paused,
    Planned,
    Responded,
    Retried,
    Returned,
    SteppedBack,
    WentOn,
)
from trainer.play.read import LONGEST, is_alarming, is_pause, partner_says, picked, read
from trainer.play.step import WAITS, begin, digest_of, replay, start, step

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenarios.model import Scenario
    from trainer.play.state import State
    from trainer.store.rows import SessionRow


class Keeps(Protocol):
    """What a session needs of a store. One that writes nothing says so by `is_saving`."""

    is_saving: bool

    def begin(self, scenario: Scenario, events: list[Event], state: State) -> int:
        """Make room for a new session with its first events, both or neither, and return its id."""

    def append(self, session: int, first: int, events: list[Event], state: State) -> None:
        """Keep `events`, of which the first is event number `first`, and where the session stands now.

        The draft goes with the response that it became, both or neither.
        """

    def draft(self, session: int, text: str) -> None:
        """Keep the half-typed response in place of the one before."""

    def contest(self, session: int, state: State, says: str) -> None:
        """Keep a contested verdict for the author of the scenario."""

    def scrub(self) -> None:
        """Leave no trace of what was deleted."""

    def events(self, session: int) -> list[Event]:
        """All events of a session."""

    def draft_of(self, session: int) -> str:
        """Return the half-typed response of a session."""

    def sessions(self) -> tuple[SessionRow, ...]:
        """All sessions, the one that changed last first."""


class Session:
    """A session that is being played. Every method that changes it returns the new state."""

    def __init__(
        self,
        state: State,
        store: Keeps,
        *,
        number: int = 0,
        events: list[Event] | None = None,
        draft: str = "",
    ) -> None:
        self.state = state
        self.number = number
        """The id in the store; 0 where nothing is kept yet."""
        self.draft = draft
        """The half-typed response."""
        self.held = ""
        """Words that stopped the scene, in memory only: put back into the box where the player goes on."""
        self._store = store
        self._events: list[Event] = events or []
        self._kept = len(self._events)
        self._notice = ""
        self._gave_up = False

    @classmethod
    def begin(
        cls,
        scenario: Scenario,
        store: Keeps,
        *,
        opening: str = "",
        alliance: int = 0,
        flags: tuple[str, ...] = (),
    ) -> Session:
        """Begin a session of `scenario`. Nothing is kept before the first thing that the player does."""
        began = begin(scenario, opening=opening, alliance=alliance, flags=flags)
        session = cls(start(scenario, began), store)
        session._events.append(began)
        return session

    @classmethod
    def resume(cls, scenario: Scenario, store: Keeps, number: int) -> Session:
        """Take up a kept session at the very moment where it stood."""
        events = store.events(number)
        try:
            state = replace(replay(scenario, events), is_paused=False)
        except PlayError as fault:
            raise PlayError(
                f"“{scenario.title}” has changed since you began; this session no longer fits it. {fault}"
            ) from fault
        session = cls(state, store, number=number, events=events, draft=store.draft_of(number))
        if state.digest != digest_of(scenario):
            session._notice = (
                f"“{scenario.title}” has been changed since you began; you go on with the new one."
            )
        return session

    def read(self, text: str) -> Responded | Alarmed | Paused:
        """Read typed words without changing anything: can run beside the screen, to be given to `take`."""
        self._must_fit()
        return read(self.state, text)

    def _must_fit(self) -> None:
        if "say" not in _SAYING.get(self.state.phase, ""):
            raise PlayError(f"A response does not fit here: {WAITS[self.state.phase]}.")

    def take(self, event: Event, *, held: str = "") -> State:
        """Let `event` happen: the state moves on and the event is kept."""
        before = self.state
        self.state = step(before, event)
        self._events.append(event)
        if isinstance(event, Responded | Alarmed):
            self.draft = ""
        elif isinstance(event, Paused) and is_pause(self.draft):
            self.keep_draft("")
        self.held = (
            held if isinstance(event, Alarmed) else ("" if not isinstance(event, Halted) else self.held)
        )
        self._keep()
        if isinstance(event, Contested):
            self._try(lambda: self._store.contest(self.number, self.state, partner_says(self.state)))
        if isinstance(event, Alarmed):
            self._try(self._store.scrub)
        return self.state

    def say(self, text: str) -> State:
        """Say something in one's own words, which are kept while they are read."""
        self._must_fit()
        self.keep_draft(text)
        return self.take(self.read(text), held=text)

    def pick(self, reply: str) -> State:
        """Say the words of an option."""
        return self.take(picked(self.state, reply))

    def choose(self, reply: str) -> State:
        """Tell which reply was meant, after a near tie or an offer; one's own words stay."""
        return self.take(Chose(reply))

    def meant(self, reply: str, note: str = "") -> State:
        """Contest how one was read, and tell what was meant."""
        return (
            self._outside(Contested(reply, clean(note).strip()), note)
            if note
            else self.take(Contested(reply))
        )

    def go_on(self) -> State:
        """Go on from the last attempt."""
        return self.take(WentOn())

    def again(self) -> State:
        """Try the same moment again."""
        return self.take(Retried())

    def back(self, moment: int | None = None) -> State:
        """Step back to a moment of the path, counted from 0; to the one before if not said."""
        before = len(self.state.passed) - (0 if self.state.phase == "ended" else 1)
        return self.take(SteppedBack(before if moment is None else moment))

    def to_debrief(self) -> State:
        """Go back to the debrief, from a moment that was taken again after the end."""
        return self.take(Returned())

    def hint(self) -> State:
        """Ask for the next piece of help."""
        return self.take(Asked("hint"))

    def why(self) -> State:
        """Ask why the scorer said what it said."""
        return self.take(Asked("why"))

    def halt(self, choice: Halt) -> State:
        """Choose how to go on after words that may mean danger."""
        return self.take(Halted(choice))

    def plan(self, when: str, then: str) -> State:
        """Keep an if-then sentence for the real session."""
        return self._outside(Planned(clean(when).strip(), clean(then).strip()), f"{when}\n{then}")

    def note(self, text: str) -> State:
        """Keep a line for one's own journal."""
        return self._outside(Noted(clean(text).strip()), text)

    def _outside(self, event: Event, words: str) -> State:
        """Words outside the talk are read for danger only."""
        if len(words) > LONGEST:
            raise PlayError(f"That has {len(words):,} characters; up to {LONGEST:,} can be kept.")
        return self.take(Alarmed() if is_alarming(words, self.state) else event, held=words)

    def pause(self, draft: str | None = None) -> State:
        """Stop for now. The session stands where it is, with the half-typed response."""
        if draft is not None:
            self.keep_draft(draft)
        return self.take(Paused())

    def leave(self) -> State:
        """Leave for good."""
        return self.take(Left())

    def keep_draft(self, text: str) -> None:
        """Keep the half-typed response. Call it at most every 150 ms or so, and at once before leaving."""
        text = clean(text)
        if text == self.draft:
            return
        self.draft = text
        if text and not self.number:
            self._keep()
        if self.number:
            self._try(lambda: self._store.draft(self.number, text))

    @property
    def is_saving(self) -> bool:
        """True where everything that happened is kept."""
        return self._store.is_saving and not self._gave_up and self._kept == len(self._events)

    @property
    def endings_met(self) -> frozenset[str]:
        """The endings of this story that were met, in this session and in those before."""
        met: set[str] = set()
        self._try(lambda: met.update(*(_met(row, self.state) for row in self._store.sessions())))
        return self.state.endings_met | met

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened."""
        return tuple(self._events)

    def take_notice(self) -> str:
        """Return what the player must be told about saving, once; empty where there is nothing to tell."""
        notice, self._notice = self._notice, ""
        return notice

    def _keep(self) -> None:
        """Write what is not kept yet; after trouble each event tries again, so nothing is left out."""
        if not self._store.is_saving or self._gave_up:
            return
        was_in_trouble = self._kept < len(self._events) - 1 and self.number > 0
        if self._try(self._write) and was_in_trouble:
            self._notice = "Saving works again; nothing is missing."

    def _write(self) -> None:
        if self.number:
            self._store.append(self.number, self._kept, self._events[self._kept :], self.state)
        else:
            self.number = self._store.begin(self.state.scenario, self._events, self.state)
        self._kept = len(self._events)

    def _try(self, write: Callable[[], object]) -> bool:
        """Do a piece of writing; trouble with it becomes a notice, and play goes on."""
        try:
            write()
        except ElsewhereOpen as trouble:
            self._gave_up = True
            self._notice = f"{trouble} What you do here from now on is not saved."
        except StoreTrouble as trouble:
            self._notice = f"{trouble} You can play on; for now nothing is saved."
        else:
            return True
        return False


def _met(row: SessionRow, state: State) -> tuple[str, ...]:
    return row.endings if row.scenario == state.scenario.id else ()


_SAYING = dict.fromkeys(("responding", "clarifying", "rephrasing", "offering"), "say")

__all__ = ["Began", "Keeps", "Session"]
