"""The rules of a session: which event fits when, and what it changes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn

from trainer.errors import PlayError
from trainer.play.events import (
    OTHERWISE,
    Alarmed,
    Asked,
    Began,
    Chose,
    Contested,
    Event,
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
from trainer.play.retaking import returned
from trainer.play.state import Branch, Moment, Phase, State
from trainer.play.turn import attempted, open_replies, opened
from trainer.play.world import bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scenarios.model import Scenario

HINTS = 3
"""The principle, the stem, an example."""

_INPUT: tuple[Phase, ...] = ("responding", "clarifying", "rephrasing", "offering")
_CLEARED: tuple[Phase, ...] = (*_INPUT, "feedback", "ended")


def digest_of(scenario: Scenario) -> str:
    """Return a fingerprint of a scenario: another one where anything in it was changed."""
    return hashlib.blake2b(repr(scenario).encode(), digest_size=12).hexdigest()


def begin(scenario: Scenario, *, opening: str = "", alliance: int = 0, flags: tuple[str, ...] = ()) -> Began:
    """Return the first event of a session of `scenario`, from its opening or from another scene."""
    return Began(scenario.id, digest_of(scenario), opening or scenario.opening, bounded(alliance), flags)


def start(scenario: Scenario, began: Began) -> State:
    """Return the state after the first event."""
    if began.scenario != scenario.id:
        raise PlayError(f"The session is one of “{began.scenario}”, not of “{scenario.id}”.")
    moment = opened(scenario, (), began.opening, bounded(began.alliance), frozenset(began.flags))
    return State(scenario, began.digest, "responding", moment, opening=began.opening)


def replay(scenario: Scenario, events: Iterable[Event]) -> State:
    """Return the state after all of `events`, of which the first must be `Began`."""
    each = iter(events)
    first = next(each, None)
    if not isinstance(first, Began):
        raise PlayError("A session begins with its beginning.")
    state = start(scenario, first)
    for event in each:
        state = step(state, event)
    return state


def step(state: State, event: Event) -> State:
    """Return the state after `event`; `PlayError` where it does not fit."""
    return _RULES[type(event)](replace(state, is_paused=False), event)


def _began(_: State, __: Began) -> NoReturn:
    raise PlayError("This session has begun already.")


def _needs(state: State, phases: tuple[Phase, ...], wish: str) -> None:
    """Refuse what does not fit the phase, saying what is waited for."""
    if state.phase not in phases:
        raise PlayError(f"{wish} does not fit here: {WAITS[state.phase]}.")


WAITS: dict[Phase, str] = {
    "responding": "your response comes first",
    "clarifying": "say first which of the two you meant, or use other words",
    "rephrasing": "use other words first, or pick an option",
    "offering": "pick an option first, or use other words",
    "feedback": "go on, try again or step back",
    "halted": "choose first: leave, pause or go on",
    "ended": "the story is over",
    "left": "you have left this session",
}
"""What each phase waits for, in words for the player."""


def _responded(state: State, event: Responded) -> State:
    _needs(state, _INPUT, "A response")
    if event.reading.kind == "near_tie":
        for reply in event.reading.between:
            _open(state, reply, also="")
        return replace(state, phase="clarifying", pending=event)
    if event.reading.kind == "not_understood":
        phase: Phase = "offering" if state.moment.misses else "rephrasing"
        moment = replace(state.moment, misses=state.moment.misses + 1)
        return replace(state, phase=phase, pending=event, moment=moment)
    return _attempt(state, event, event.reading.reply or OTHERWISE)


def _attempt(state: State, response: Responded, reply: str, *, chosen: bool = False) -> State:
    made = attempted(state.scenario, state.passed, state.moment, response, reply, chosen=chosen)
    moment = replace(state.moment, attempts=(*state.moment.attempts, made), misses=0)
    return replace(state, phase="feedback", pending=None, moment=moment)


def _open(state: State, reply: str, *, also: str = OTHERWISE) -> None:
    """Refuse a reply that cannot be given at this moment."""
    replies = open_replies(state.scenario, state.passed, state.moment)
    if reply not in {also, *(each.id for each in replies)}:
        raise PlayError(f"There is no reply “{reply}” at this moment.")


def _chose(state: State, event: Chose) -> State:
    _needs(state, ("clarifying", "offering", "rephrasing"), "A choice")
    if state.pending is None:
        raise PlayError("There is nothing to choose about.")
    between = state.pending.reading.between
    if state.phase == "clarifying" and event.reply not in (*between, OTHERWISE):
        raise PlayError(f"The choice is between {' and '.join(between)}.")
    _open(state, event.reply)
    return _attempt(state, state.pending, event.reply, chosen=True)


def _contested(state: State, event: Contested) -> State:
    _needs(state, ("feedback",), "“I meant it”")
    last = state.moment.attempts[-1]
    _open(state, event.reply)
    response = Responded(last.text, last.how, last.reading)
    made = attempted(
        state.scenario, state.passed, state.moment, response, event.reply, chosen=True, contested=True
    )
    made = replace(made, found=last.found or last.reply, note=event.note)
    return replace(state, moment=replace(state.moment, attempts=(*state.moment.attempts[:-1], made)))


def _went_on(state: State, _: WentOn) -> State:
    _needs(state, ("feedback", "responding"), "Going on")
    last = state.moment.last
    if last is None:
        raise PlayError(f"Going on does not fit here: {WAITS[state.phase]}.")
    if last.goes in state.scenario.endings:
        met = state.endings_met | {last.goes}
        return replace(state, phase="ended", ending=last.goes, endings_met=met, looked_back=None)
    moment = opened(state.scenario, state.path, last.goes, state.moment.alliance + last.alliance, last.flags)
    return replace(state, phase="responding", moment=moment, passed=state.path)


def _retried(state: State, _: Retried) -> State:
    _needs(state, ("feedback",), "Trying again")
    return replace(state, phase="responding")


def _stepped_back(state: State, event: SteppedBack) -> State:
    _needs(state, _CLEARED, "Stepping back")
    last = len(state.passed) if state.phase in ("feedback", "ended") else len(state.passed) - 1
    if not 0 <= event.moment <= last:
        raise PlayError("There is no earlier moment to step back to.")
    left: tuple[Moment, ...] = state.path[event.moment + 1 :]
    if not state.moment.attempts and left:
        left = left[:-1]
    abandoned = state.abandoned
    if left or state.ending:
        abandoned = (*abandoned, Branch(event.moment + 1, left, state.ending))
    return replace(
        state,
        phase="responding",
        moment=replace(state.path[event.moment], misses=0),
        passed=state.path[: event.moment],
        abandoned=abandoned,
        pending=None,
        ending="",
        looked_back=state if state.phase == "ended" else state.looked_back,
    )


def _returned(state: State, _: Returned) -> State:
    _needs(state, (*_INPUT, "feedback"), "The debrief")
    return returned(state)


def _asked(state: State, event: Asked) -> State:
    if event.help == "why":
        _needs(state, ("feedback",), "“Why”")
        return state
    _needs(state, (*_INPUT, "feedback"), "A hint")
    return replace(state, moment=replace(state.moment, hints=min(HINTS, state.moment.hints + 1)))


def _alarmed(state: State, _: Alarmed) -> State:
    _needs(state, _CLEARED, "Stopping")
    return replace(state, phase="halted", before_halt=state.phase)


def _halted(state: State, event: Halted) -> State:
    _needs(state, ("halted",), "This choice")
    if event.choice == "leave":
        return replace(state, phase="left")
    return replace(state, phase=state.before_halt, is_paused=event.choice == "pause")


def _planned(state: State, event: Planned) -> State:
    _needs(state, _CLEARED, "A plan")
    return replace(state, plan=event)


def _noted(state: State, event: Noted) -> State:
    _needs(state, _CLEARED, "A note")
    return replace(state, journal=(*state.journal, event.text))


def _paused(state: State, _: Paused) -> State:
    _needs(state, (*_CLEARED, "halted"), "A pause")
    return replace(state, is_paused=True)


def _left(state: State, _: Left) -> State:
    _needs(state, (*_CLEARED, "halted"), "Leaving")
    return replace(state, phase="left")


_RULES: dict[type[Event], Callable[[State, Any], State]] = {
    Began: _began,
    Responded: _responded,
    Chose: _chose,
    Contested: _contested,
    WentOn: _went_on,
    Retried: _retried,
    SteppedBack: _stepped_back,
    Returned: _returned,
    Asked: _asked,
    Alarmed: _alarmed,
    Halted: _halted,
    Planned: _planned,
    Noted: _noted,
    Paused: _paused,
    Left: _left,
}
