"""One player: what they do at each moment of one play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.labels import ALL_PITFALLS, SKILLS
from trainer.play.events import OTHERWISE, Chose, Halted, Retried, WentOn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from scenarios.model import Reply
    from scenarios.players.characters import Character, Stock
    from trainer.play.events import Event
    from trainer.play.state import State
    from trainer.simulate.ears import Ears

PICKS = 0.4
"""How often the random player picks an option and does not type."""
MOST_TRIES = 3
"""How often the one who learns tries one moment."""
LESSONS = 3
"""After so many lessons the one who learns begins as the honest character does."""


@dataclass
class Player:
    """A character in one play."""

    character: Character
    stocks: Mapping[str, Stock]
    """What each character can type, by scene."""
    ears: Ears
    chance: Random
    lessons: int = 0
    """How often the one who learns has tried again."""

    def does(self, state: State) -> Event:
        """Return what the player does now."""
        match state.phase:
            case "responding" | "rephrasing":
                return self._answers(state)
            case "clarifying" if state.pending:
                between = state.pending.reading.between
                return Chose(self._leans([state.scene.replies[each] for each in between]))
            case "offering":
                return Chose(self._leans(self.ears.open(state)))
            case "feedback" if self._tries_again(state):
                self.lessons += 1
                return Retried()
            case "halted":
                return Halted("go on")
        return WentOn()

    def _answers(self, state: State) -> Event:
        if self.character.name == "random" and self.chance.random() < PICKS:
            return self.ears.picked(state, self.chance.choice(self.ears.open(state)).id)
        return self.ears.typed(state, self.chance.choice(self._words(state)))

    def _words(self, state: State) -> Sequence[str]:
        """Return what the player can say now; the one who learns has the advice to say it with."""
        stock = self.stocks[state.moment.scene]
        if self.character.name != "learner":
            return stock[self.character.name]
        if state.moment.attempts and (advised := self.ears.advised(state)):
            return advised
        has_learned = self.chance.random() < self.lessons / LESSONS
        return stock["honest" if has_learned else "learner"]

    def _tries_again(self, state: State) -> bool:
        return (
            self.character.name == "learner"
            and len(state.moment.attempts) < MOST_TRIES
            and self.ears.is_misstep(state)
        )

    def _leans(self, replies: Sequence[Reply]) -> str:
        """Choose among replies that are offered: the one most like the character, or none of them."""
        if self.character.name == "random":
            return self.chance.choice([*(reply.id for reply in replies), OTHERWISE])
        role = self.ears.scenario.role
        is_good = self.character.name in ("honest", "learner")
        liked = frozenset(SKILLS[role]) if is_good else self.character.shows.get(role, frozenset())
        measured = [(self._likeness(reply, liked), reply.id) for reply in replies]
        best = max((likeness for likeness, _ in measured), default=0)
        return next(name for likeness, name in measured if likeness == best) if best > 0 else OTHERWISE

    @staticmethod
    def _likeness(reply: Reply, liked: frozenset[str]) -> int:
        shows = frozenset(reply.shows)
        return len(shows & liked) - len(shows & ALL_PITFALLS - liked)
