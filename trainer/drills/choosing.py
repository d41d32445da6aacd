"""Which line comes next. The same seed and the same answers give the same lines."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from trainer.drills.state import Turn

if TYPE_CHECKING:
    from scenarios.drill import Drill, DrillLine
    from trainer.drills.events import Began
    from trainer.drills.state import State

APART = 3
"""How many other lines stand between one that went badly and its coming back."""


def next_turn(state: State) -> Turn | None:
    """Return the next turn after all that stand in `passed`; None where the drill is over.

    First what went badly and has waited long enough, then what is due from another day, then a new line
    of the present level, or of the nearest level that has one.
    """
    if (back := coming_back(state)) is not None:
        return _turn(state.drill.line(back), comes_back=True)
    fresh = sum(not turn.comes_back and not turn.is_skipped for turn in state.passed)
    if fresh >= state.began.lines:
        return None
    return first_turn(state.drill, state.began, state.level, frozenset(turn.line for turn in state.passed))


def first_turn(drill: Drill, began: Began, level: int, seen: frozenset[str] = frozenset()) -> Turn | None:
    """Return a turn on a line that was not met in this session; None where all were."""
    left = [line for line in drill.lines if line.id not in seen]
    if not left:
        return None
    due = [line for line in left if line.id in began.due]
    if due:
        return _turn(min(due, key=lambda line: began.due.index(line.id)))
    return _turn(min(left, key=lambda line: _place(began, line, level)))


def coming_back(state: State) -> str | None:
    """Return the line that comes back now: it went badly, and others have stood between since."""
    for at, turn in enumerate(state.passed[:-APART]):
        later = state.passed[at + 1 :]
        if turn.felt and not turn.comes_back and not state.went_well(turn):
            others = sum(each.line != turn.line and not each.is_skipped for each in later)
            if others >= APART and all(each.line != turn.line for each in later):
                return turn.line
    return None


def _turn(line: DrillLine, *, comes_back: bool = False) -> Turn:
    return Turn(line.id, line.level, comes_back)


def _place(began: Began, line: DrillLine, level: int) -> tuple[int, int, bool, bytes]:
    """Return where a line stands in the order: nearest level, gentler first, what was never met first."""
    away = line.level - level
    mixed = hashlib.blake2b(f"{began.seed}/{began.drill}/{line.id}".encode(), digest_size=8).digest()
    return abs(away), away, line.id in began.met, mixed
