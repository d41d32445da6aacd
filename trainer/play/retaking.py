"""Taking a moment again after the end, and the way back to the debrief."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.errors import PlayError
from trainer.play.state import Branch

if TYPE_CHECKING:
    from trainer.play.state import Moment, State


def is_retaken(state: State) -> bool:
    """Say whether the present moment is the one that is taken again after the end."""
    before = state.looked_back
    return before is not None and state.passed == before.path[: len(state.passed)]


def returned(state: State) -> State:
    """Return the session as it was when it was over, with what was said since beside it."""
    before = state.looked_back
    if before is None:
        raise PlayError("There is no debrief to go back to.")
    path, at = _with_later(before.path, state.path)
    new = state.abandoned[len(before.abandoned) + 1 :]
    rest = tuple(moment for moment in state.path[at + 1 :] if moment.attempts)
    if rest:
        new = (*new, Branch(at + 1, rest))
    return replace(
        before,
        passed=path[:-1],
        moment=path[-1],
        abandoned=(*before.abandoned, *new),
        plan=state.plan,
        journal=state.journal,
        endings_met=state.endings_met,
    )


def _with_later(before: tuple[Moment, ...], since: tuple[Moment, ...]) -> tuple[tuple[Moment, ...], int]:
    """Return the path of then, with what was said since at the moment taken again, and its place."""
    pairs = enumerate(zip(before, since, strict=False))
    at = next((at for at, (then, now) in pairs if then.attempts != now.attempts), len(since) - 1)
    then, now = before[at], since[at]
    moment = replace(then, later=(*then.later, *now.attempts[len(then.attempts) :]))
    return (*before[:at], moment, *before[at + 1 :]), at
