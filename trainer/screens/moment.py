"""What the play screen shows of a moment, as values for its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.play.feedback import feedback
from trainer.play.transcript import turns
from trainer.widgets.lit import lit
from trainer.widgets.plain_text import plain
from trainer.widgets.talk import Try

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.play.feedback import Feedback
    from trainer.play.state import Said, State
    from trainer.play.view import View


def where(shown: View, badge: str = "") -> list[str]:
    """Return what stands on the right of the top line, from the longest way to say it to the shortest."""
    moment = " · ".join(filter(None, (badge, f"moment {shown.number}")))
    return [f"{shown.partner} · {moment}", moment]


def past(state: State) -> list[Said]:
    """Return the talk before the present moment."""
    return [said for turn in turns(state)[:-1] for said in turn.said]


def tries(state: State, told: Feedback | None, numbers: Mapping[str, int]) -> list[Try]:
    """Return the responses to show: the last two tries, or the only one, or the one that waits."""
    if state.pending:
        return [Try("You", plain(state.pending.text))]
    attempts = state.moment.attempts
    if not attempts:
        return []
    if state.phase == "responding":
        return [Try("Your last try", plain(attempts[-1].text), attempts[-1].reaction)]
    words = lit(told.text, told.marks, numbers) if told else plain(attempts[-1].text)
    if len(attempts) == 1:
        return [Try("You", words, attempts[-1].reaction)]
    return [_before(state), Try(f"Try {len(attempts)}, now", words, attempts[-1].reaction)]


def _before(state: State) -> Try:
    told = feedback(state, -2)
    return Try(f"Try {told.number}", lit(told.text, told.marks, {}), told.reaction)
