"""Reads what the characters type. Their words come from a finite stock, so each is read once a situation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import scoring
from scenarios.names import OTHERWISE
from trainer.play.events import Alarmed
from trainer.play.explained import alone
from trainer.play.feedback import feedback
from trainer.play.read import heard, partner_says, picked
from trainer.play.turn import open_replies

if TYPE_CHECKING:
    from scenarios.model import Reply, Scenario
    from scoring.verdict import Verdict
    from trainer.play.events import Responded
    from trainer.play.state import State

Situation = tuple[str, str, tuple[str, ...]]
"""The scene, what the partner says in it, and the replies that are foreseen there now."""


@dataclass
class Ears:
    """What was read of the words so far, for one scenario."""

    scenario: Scenario
    alarming: dict[str, None] = field(default_factory=dict)
    """The words that were taken for words of danger, in the order in which they came."""
    _verdicts: dict[tuple[str, str], Verdict] = field(default_factory=dict)
    _typed: dict[tuple[Situation, str], Responded | Alarmed] = field(default_factory=dict)
    _picked: dict[tuple[str, str, str], Responded] = field(default_factory=dict)
    _advised: dict[tuple[Situation, str], tuple[str, ...]] = field(default_factory=dict)

    def open(self, state: State) -> tuple[Reply, ...]:
        """Return the replies that are foreseen now."""
        replies = state.scene.replies.values()
        if any(reply.when for reply in replies):
            return open_replies(state.scenario, state.passed, state.moment)
        return tuple(replies)

    def typed(self, state: State, text: str) -> Responded | Alarmed:
        """Read typed words."""
        key = (self._situation(state), text)
        if key not in self._typed:
            self._typed[key] = read = heard(state, self._verdict(text, key[0][1]))
            if isinstance(read, Alarmed):
                self.alarming[text] = None
        return self._typed[key]

    def picked(self, state: State, reply: str) -> Responded:
        """Read an option that was picked."""
        key = (state.moment.scene, partner_says(state), reply)
        if key not in self._picked:
            self._picked[key] = picked(state, reply)
        return self._picked[key]

    def advised(self, state: State) -> tuple[str, ...]:
        """Return what the feedback on the last attempt offers to say: the small edit, the examples."""
        last = state.moment.attempts[-1]
        key = (self._situation(state), last.text)
        if key not in self._advised:
            edit = alone(state, last).edit
            self._advised[key] = (*((edit.tried,) if edit else ()), *feedback(state).strong)
        return self._advised[key]

    def is_misstep(self, state: State) -> bool:
        """Say whether the feedback on the last attempt shows a pitfall, or nothing that was called for."""
        last = state.moment.attempts[-1]
        foreseen = state.scene.replies.get(last.reply)
        shown = last.reading.labels | set(foreseen.shows if foreseen else ())
        return last.reply == OTHERWISE or not shown & set(state.scene.calls_for)

    def _situation(self, state: State) -> Situation:
        return state.moment.scene, partner_says(state), tuple(reply.id for reply in self.open(state))

    def _verdict(self, text: str, says: str) -> Verdict:
        key = (text, says)
        if key not in self._verdicts:
            self._verdicts[key] = scoring.score(text, role=self.scenario.role, partner_says=says)
        return self._verdicts[key]
