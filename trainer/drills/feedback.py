"""The feedback on a response of a drill, in the same form as that of a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.explanation import explain
from trainer.errors import PlayError
from trainer.play.feedback import UNSURE, Feedback, as_strong, compared, is_strong, marks
from trainer.play.gentle import parted, softened, style_line
from trainer.play.meant import as_meant
from trainer.play.names import title
from trainer.play.why import Reason, reasons

if TYPE_CHECKING:
    from scenarios.drill import Drill
    from scoring.explanation import Explanation
    from trainer.drills.state import State

MOST_MISSING = 2


def feedback(state: State) -> Feedback:
    """Return the feedback on the last attempt at the present line."""
    attempts = state.turn.attempts
    if not attempts:
        raise PlayError("There is no response to give feedback on yet.")
    now, line = attempts[-1], state.line
    told = explained(state)
    found = Feedback(
        text=now.text,
        how=now.how,
        reaction=(),
        style=style_line(now.reading.style, told.found) if now.reading.understood else "",
        skills=tuple(each for each in told.found if each.is_skill),
        pitfalls=tuple(each for each in told.found if not each.is_skill),
        marks=tuple(marks(told)),
        missing=told.missing[:MOST_MISSING],
        coach=None,
        try_next=told.try_next,
        edit=told.edit,
        strong=line.strong[:2],
        weak=line.weak,
        taken_as="",
        is_otherwise=False,
        is_sure=now.reading.understood and now.reading.sure >= UNSURE,
        compared=compared(state.drill.role, attempts[-2], now) if len(attempts) > 1 else None,
        number=len(attempts),
    )
    found = parted(softened(found), now.reading.labels, state.drill.role)
    return as_strong(found, "") if is_strong(now.reading, found, state.drill.calls_for(line)) else found


def contested(told: Feedback, drill: Drill) -> Feedback:
    """Return the feedback on a response in which the skill was there, as the player says."""
    return as_meant(told, f"You meant to show it: {title(drill.skill, drill.role).lower()}.", (drill.skill,))


def explained(state: State) -> Explanation:
    """Return the explanation of the last attempt: what was found and what the line asked for."""
    told: list[Explanation] = []
    for turn in state.turns:
        line = state.drill.line(turn.line)
        calls_for = state.drill.calls_for(line)
        for each in turn.attempts:
            verdict = each.reading.verdict(each.text, state.drill.role)
            told.append(explain(verdict, calls_for=calls_for, partner_says=line.partner, before=told))
    return told[-1]


def why(state: State) -> tuple[Reason, ...]:
    """Return the reasons for the verdict on the last attempt at the present line."""
    if not state.turn.attempts:
        raise PlayError("There is no response to explain yet.")
    return reasons(explained(state), state.turn.attempts[-1].reading)
