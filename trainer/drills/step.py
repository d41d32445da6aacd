"""The engine: `state = step(state, event)`."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from trainer.drills.choosing import first_turn, next_turn
from trainer.drills.events import (
    Alarmed,
    Began,
    Contested,
    Event,
    Halted,
    Hinted,
    Judged,
    Left,
    Responded,
    Retried,
    Skipped,
    WentOn,
)
from trainer.drills.state import State
from trainer.errors import PlayError
from trainer.play.state import Attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scenarios.drill import Drill
    from trainer.drills.state import Phase, Turn

LEVELS = (1, 3)
"""The gentlest and the hardest level."""
HINTS = 2
"""How much help a line has: a way to begin, then an example."""
MISSES = 1
"""How often other words are asked for where a response was not understood; then it is taken as it is."""

WAITS: dict[Phase, str] = {
    "responding": "the drill waits for your words",
    "feedback": "you can try again or go on",
    "judging": "the drill waits for how hard that was",
    "halted": "the drill has stopped and waits for your choice",
    "ended": "the drill is over",
    "left": "you have left",
}


def start(drill: Drill, began: Began) -> State:
    """Return the state at the first line."""
    level = min(max(began.level, LEVELS[0]), LEVELS[1])
    turn = first_turn(drill, began, level)
    if turn is None or began.lines < 1:
        raise PlayError(f"“{drill.title}” has no line to practise.")
    return State(drill, began, "responding", level, turn)


def replay(drill: Drill, events: Iterable[Event]) -> State:
    """Return the state after all events, of which the first is `Began`."""
    began, *rest = events
    if not isinstance(began, Began):
        raise PlayError("A drill begins with its beginning.")
    return reduce(step, rest, start(drill, began))


def step(state: State, event: Event) -> State:
    """Let one event happen. Raise `PlayError` where it does not fit; nothing has changed then."""
    if simple := _SIMPLE.get(type(event)):
        phases, then = simple
        return then(_must(state, *phases))
    if isinstance(event, Responded):
        return _responded(_must(state, "responding"), event)
    if isinstance(event, Halted):
        return _halted(_must(state, "halted"), event)
    if isinstance(event, Judged):
        return _judged(_must(state, "judging"), event)
    raise PlayError("A drill begins only once.")


def _must(state: State, *phases: Phase) -> State:
    if state.phase not in phases:
        raise PlayError(f"That does not fit here: {WAITS[state.phase]}.")
    return state


def _left(state: State) -> State:
    return replace(state, phase="left", missed="")


def _responded(state: State, event: Responded) -> State:
    """Take a response; what was not understood is asked for once in other words, and costs nothing."""
    turn = state.turn
    if not event.reading.understood and turn.misses < MISSES:
        return replace(state, turn=replace(turn, misses=turn.misses + 1), missed=event.text)
    made = Attempt(event.text, "typed", event.reading, "", (), 0, "", frozenset())
    turn = replace(turn, attempts=(*turn.attempts, made), misses=0)
    return replace(state, phase="feedback", turn=turn, missed="")


def _contested(state: State) -> State:
    """Let the last attempt count as one that shows the skill; the player knows what was meant."""
    if state.went_well(state.turn):
        raise PlayError("There is nothing to put right here: the skill was seen.")
    *before, last = state.turn.attempts
    return replace(state, turn=replace(state.turn, attempts=(*before, replace(last, contested=True))))


def _alarmed(state: State) -> State:
    return replace(state, phase="halted", before_halt=state.phase)


def _retried(state: State) -> State:
    return replace(state, phase="responding", missed="")


def _halted(state: State, event: Halted) -> State:
    return replace(state, phase=state.before_halt) if event.choice == "go on" else _left(state)


def _hinted(state: State) -> State:
    if state.turn.hints >= HINTS:
        raise PlayError("There is no further hint for this line.")
    return replace(state, turn=replace(state.turn, hints=state.turn.hints + 1))


def _skipped(state: State) -> State:
    if state.turn.attempts:
        raise PlayError("You have answered this line already; go on from here.")
    return _next(state, replace(state.turn, is_skipped=True), state.level)


def _went_on(state: State) -> State:
    """Go on to the question of how hard it was; after an attempt also from the midst of the next try."""
    if not state.turn.attempts:
        raise PlayError("Say something first, in any words, or take another line.")
    return replace(state, phase="judging", missed="")


def _judged(state: State, event: Judged) -> State:
    by = {"too easy": 1, "good": 0, "too hard": -1}[event.felt]
    level = min(max(state.level + by, LEVELS[0]), LEVELS[1])
    return _next(state, replace(state.turn, felt=event.felt), level)


def _next(state: State, turn: Turn, level: int) -> State:
    """Close the present turn and open the next one, if there is one."""
    passed = replace(state, passed=(*state.passed, turn), level=level, missed="")
    following = next_turn(passed)
    if following is None:
        return replace(passed, passed=passed.passed[:-1], turn=passed.passed[-1], phase="ended")
    return replace(passed, turn=following, phase="responding")


_SIMPLE: dict[type, tuple[tuple[Phase, ...], Callable[[State], State]]] = {
    Left: (("responding", "feedback", "judging", "halted", "ended"), _left),
    Alarmed: (("responding",), _alarmed),
    Hinted: (("responding",), _hinted),
    Skipped: (("responding",), _skipped),
    Retried: (("feedback",), _retried),
    Contested: (("feedback",), _contested),
    WentOn: (("feedback", "responding"), _went_on),
}
"""The events that say nothing but that they happened: when they fit, and what they do."""
