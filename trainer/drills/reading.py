"""From what a player typed to the event that says so: the one place of the drills that calls the scorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import scoring
from scoring.text import clean
from trainer.drills.events import Alarmed, Left, Responded
from trainer.errors import PlayError
from trainer.play.read import LONGEST, is_pause
from trainer.play.reading import summary

if TYPE_CHECKING:
    from trainer.drills.state import State


def read(state: State, text: str) -> Responded | Alarmed | Left:
    """Read typed words: a response, words of danger (which are not kept), or the wish to stop."""
    words = clean(text).strip()
    if not words:
        raise PlayError("Type a few words first.")
    if is_pause(words):
        return Left()
    if len(words) > LONGEST:
        raise PlayError(
            f"That has {len(words):,} characters; up to {LONGEST:,} can be read. Make it shorter."
        )
    verdict = scoring.score(words, role=state.drill.role, partner_says=state.line.partner)
    if verdict.crisis:
        return Alarmed()
    return Responded(words, summary(verdict, "otherwise" if verdict.understood else "not_understood"))
