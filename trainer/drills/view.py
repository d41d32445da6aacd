"""What a front end shows of a drill now: plain values, in the words of the player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.drills.step import HINTS
from trainer.play.state import Said
from trainer.play.view import Hint

if TYPE_CHECKING:
    from trainer.drills.events import Felt
    from trainer.drills.state import Phase, State

Action = Literal["say", "hint", "skip", "on", "again", "why", "meant", "judge", "halt", "leave"]

FELT: tuple[tuple[Felt, str], ...] = (
    ("too easy", "Too easy: give me a harder one"),
    ("good", "Good: stay on this level"),
    ("too hard", "Too hard: give me a gentler one"),
)
"""How hard a line can have been, with the words for it."""
NAMES = {"client": "Your therapist", "therapist": "Your client"}
"""Who speaks to the player, by the role of the player."""
_ACTIONS: dict[Phase, frozenset[Action]] = {
    "responding": frozenset({"say", "hint", "skip", "leave"}),
    "feedback": frozenset({"on", "again", "why", "meant", "leave"}),
    "judging": frozenset({"judge", "leave"}),
    "halted": frozenset({"halt"}),
    "ended": frozenset({"leave"}),
    "left": frozenset(),
}


@dataclass(frozen=True, slots=True)
class View:
    """A drill as it is to be shown now."""

    title: str
    phase: Phase
    number: int
    """Which line of this session it is, from 1; those that were left out are not counted."""
    level: int
    moment: str
    said: tuple[Said, ...]
    note: str
    """Why this line comes now, where there is a reason to tell; else empty."""
    asks: str
    hints: tuple[Hint, ...]
    more_hints: bool
    actions: frozenset[Action]


def view(state: State) -> View:
    """Show `state`."""
    turn, line = state.turn, state.line
    hints = (Hint("stem", "A way to begin", line.stem), Hint("example", "One way to say it", line.strong[0]))
    return View(
        title=state.drill.title,
        phase=state.phase,
        number=sum(not each.is_skipped for each in state.passed) + 1,
        level=turn.level,
        moment=line.moment,
        said=(Said("partner", NAMES[state.drill.role], line.partner),),
        note=_note(state),
        asks=_asks(state),
        hints=hints[: turn.hints],
        more_hints=state.phase == "responding" and turn.hints < HINTS,
        actions=_actions(state),
    )


def _actions(state: State) -> frozenset[Action]:
    found = set(_ACTIONS[state.phase])
    if state.phase == "responding" and state.turn.attempts:
        found = (found - {"skip"}) | {"on"}
    if state.went_well(state.turn):
        found.discard("meant")
    return frozenset(found)


def _note(state: State) -> str:
    if state.turn.comes_back:
        return "This line comes back: it was a hard one before."
    if state.turn.line in state.began.due:
        return "This line comes back from another day."
    return ""


def _asks(state: State) -> str:
    if state.phase == "judging":
        return "How was that one?"
    if state.missed:
        return "I could not follow that; that is my limit, not yours. Say it in other words?"
    return ""


def meant_told(*, is_saving: bool) -> str:
    """Return what is told to a player who was read wrongly."""
    kept = ", and is kept on this machine for the author of the drill" if is_saving else ""
    return f"Thank you. It counts as you meant it{kept}."


def closing(state: State) -> tuple[str, ...]:
    """Return what is told at the end: what was practised, what went well, what comes back. No grade."""
    done = state.done
    if not done:
        return ("No line was practised this time.",)
    lines = {turn.line for turn in done}
    at_last = {turn.line: state.went_well(turn) for turn in done}
    at_first = {turn.line: state.went_well(turn) for turn in reversed(done)}
    well = sum(at_last.values())
    back = sum(not at_first[line] for line in lines)
    said = [f"You practised {_count(len(lines), 'line')}; in {well} of them the skill was there at the end."]
    if back:
        said.append(f"{_count(back, 'line')} will come back on another day, so that it can settle.")
    return tuple(said)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
