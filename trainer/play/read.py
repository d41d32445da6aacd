"""From what a player typed or picked to the event that says so: the one place that calls the scorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import scoring
from scenarios.finding import find_reply
from scoring.text import clean
from trainer.errors import PlayError
from trainer.play.events import Alarmed, Paused, Responded
from trainer.play.reading import summary
from trainer.play.turn import open_replies
from trainer.play.world import world_before

if TYPE_CHECKING:
    from scoring.verdict import Verdict
    from trainer.play.state import State

LONGEST = 6000
"""The most characters that one response can have."""


def read(state: State, text: str) -> Responded | Alarmed | Paused:
    """Read typed words: a response, words of danger (which are not kept), or the wish to pause."""
    words = clean(text).strip()
    if not words:
        raise PlayError("Type a few words first, or pick an option.")
    if is_pause(words):
        return Paused()
    if len(words) > LONGEST:
        raise PlayError(
            f"That has {len(words):,} characters; up to {LONGEST:,} can be read. Make it shorter."
        )
    return heard(state, scoring.score(words, role=state.scenario.role, partner_says=partner_says(state)))


def heard(state: State, verdict: Verdict) -> Responded | Alarmed:
    """Find the reply for typed words that were scored."""
    if verdict.crisis:
        return Alarmed()
    now = world_before(state.scenario, state.passed, state.moment)
    found = find_reply(state.scene, now, verdict, partner_says(state))
    return Responded(verdict.text, "typed", summary(verdict, found.kind, found.reply or "", found.between))


def is_pause(text: str) -> bool:
    """Say whether typed words are the wish to pause."""
    return clean(text).strip().casefold().rstrip(".!") == "pause"


def picked(state: State, reply: str) -> Responded:
    """Read an option that was picked: its words are the first saying of the reply."""
    replies = {each.id: each for each in open_replies(state.scenario, state.passed, state.moment)}
    if reply not in replies:
        raise PlayError(f"There is no option “{reply}” at this moment.")
    words = replies[reply].says[0]
    verdict = scoring.score(words, role=state.scenario.role, partner_says=partner_says(state))
    return Responded(words, "picked", summary(verdict, "reply", reply))


def is_alarming(text: str, state: State) -> bool:
    """Return true where words outside the talk (a plan, a note) may mean danger."""
    return scoring.score(clean(text)[:LONGEST], role=state.scenario.role).crisis


def partner_says(state: State) -> str:
    """Return what the player answers: the partner's line of this moment, or else their last reaction."""
    here = [said.text for said in state.moment.lines if said.speaker == "partner"]
    if not here and state.passed and (last := state.passed[-1].last):
        here = [said.text for said in last.reaction if said.speaker == "partner"]
    return " ".join(here)
