"""Where a drill stands: computed from its events, never changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.play.names import is_skill

if TYPE_CHECKING:
    from scenarios.drill import Drill, DrillLine
    from trainer.drills.events import Began, Felt
    from trainer.play.state import Attempt

Phase = Literal["responding", "feedback", "judging", "halted", "ended", "left"]
"""What the drill waits for.

`responding`: the player's words. `feedback`: to go on or try again. `judging`: how hard the line was.
`halted`: a choice after words of danger. `ended`: nothing; all lines are done. `left`: nothing.
"""

GOOD_ENOUGH, GOOD_ALL_THE_SAME = 2.0, 3.0
"""The least rating of a response that shows the skill of the drill and went well; the second where a pitfall
is in it too. Short, plain responses are rated low and are good ones: a bar of 3 for all had a third of the
drills' own strong examples come back as hard lines."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One line as it was met, with all attempts at it."""

    line: str
    """The id of the line."""
    level: int
    comes_back: bool = False
    """True where the line went badly earlier in this session."""
    attempts: tuple[Attempt, ...] = ()
    hints: int = 0
    misses: int = 0
    """How often the player was not understood since the last attempt."""
    is_skipped: bool = False
    felt: Felt | None = None

    @property
    def last(self) -> Attempt | None:
        """The attempt that counts."""
        return self.attempts[-1] if self.attempts else None


@dataclass(frozen=True, slots=True)
class State:
    """A whole drill: the present line, those before it, and the level of the next new one."""

    drill: Drill
    began: Began
    phase: Phase
    level: int
    turn: Turn
    passed: tuple[Turn, ...] = ()
    before_halt: Phase = "responding"
    missed: str = ""
    """Words that were not understood, to be said in another way; empty where nothing waits."""

    @property
    def line(self) -> DrillLine:
        """The present line."""
        return self.drill.line(self.turn.line)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn to now."""
        return (*self.passed, self.turn)

    @property
    def done(self) -> tuple[Turn, ...]:
        """The turns that were gone on from."""
        return tuple(turn for turn in self.turns if turn.felt)

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen."""
        return self.phase in ("ended", "left")

    def went_well(self, turn: Turn) -> bool:
        """Say whether the last response of a turn shows the skill, be it as a start, or was meant to."""
        last = turn.last
        if last is None:
            return False
        labels = last.reading.labels
        is_mixed = not all(is_skill(each, self.drill.role) for each in labels)
        enough = GOOD_ALL_THE_SAME if is_mixed else GOOD_ENOUGH
        return last.contested or (self.drill.skill in labels and last.reading.rating >= enough)
