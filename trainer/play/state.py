"""Where a session stands: computed from its events, never changed in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scenarios.model import Scenario, Scene
    from trainer.play.events import How, Planned, Responded
    from trainer.play.reading import Reading

Phase = Literal[
    "responding",
    "clarifying",
    "rephrasing",
    "offering",
    "feedback",
    "halted",
    "ended",
    "left",
]
"""What the session waits for.

`responding`: the player's words. `clarifying`: which of two replies was meant. `rephrasing`: other words,
since the first were not understood. `offering`: one of the options, or other words. `feedback`: to go on, try
again or step back. `halted`: a choice after words of danger. `ended`: nothing; the story is over. `left`:
nothing; the player left.
"""

Speaker = Literal["partner", "player", "aside"]


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of the talk, with who said it. An aside is seen and not said."""

    speaker: Speaker
    name: str
    """Whose words: the partner's name, "You", or empty for an aside."""
    text: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One response at a moment, and what came of it."""

    text: str
    how: How
    reading: Reading
    reply: str
    """The id of the reply it was taken for, or `otherwise`."""
    reaction: tuple[Said, ...]
    """What the partner said and did then."""
    alliance: int
    """What it did to the relationship, after the bounds."""
    goes: str
    """The scene or ending that going on leads to."""
    flags: frozenset[str]
    """The flags that hold afterwards."""
    chosen: bool = False
    """True where the player said which reply was meant."""
    contested: bool = False
    """True where the player says that they were read wrongly."""
    found: str = ""
    """The reply that the program found before the player contested it."""
    note: str = ""
    """What the player wrote when contesting."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One scene as it was met: with what stood then, and all attempts at it."""

    scene: str
    lines: tuple[Said, ...]
    alliance: int
    flags: frozenset[str]
    attempts: tuple[Attempt, ...] = ()
    hints: int = 0
    """How many of the three hints were asked for."""
    misses: int = 0
    """How often the player was not understood since the last attempt."""
    later: tuple[Attempt, ...] = ()
    """Attempts that were made when the story was over: the path does not follow them."""

    @property
    def last(self) -> Attempt | None:
        """The attempt that going on follows."""
        return self.attempts[-1] if self.attempts else None

    @property
    def seen(self) -> tuple[str, ...]:
        """What a condition can ask for: the scene, and the reply that was chosen in it."""
        return (self.scene, f"{self.scene}.{self.last.reply}") if self.last else (self.scene,)


@dataclass(frozen=True, slots=True)
class Branch:
    """Moments that the player stepped back from."""

    start: int
    """Where on the path they began, counted from 0."""
    moments: tuple[Moment, ...]
    ending: str = ""
    """The ending that was reached on it, if one was."""


@dataclass(frozen=True, slots=True)
class State:
    """A whole session: the present moment, those before, and those left behind."""

    scenario: Scenario
    digest: str
    phase: Phase
    moment: Moment
    passed: tuple[Moment, ...] = ()
    abandoned: tuple[Branch, ...] = ()
    pending: Responded | None = None
    """The response that waits for a choice."""
    ending: str = ""
    before_halt: Phase = "responding"
    plan: Planned | None = None
    journal: tuple[str, ...] = ()
    is_paused: bool = False
    """True from a pause until the next event."""
    opening: str = ""
    endings_met: frozenset[str] = field(default_factory=frozenset)
    looked_back: State | None = None
    """The session as it was when it was over, while a moment of it is taken again; None else."""

    @property
    def scene(self) -> Scene:
        """The scene of the present moment."""
        return self.scenario.scenes[self.moment.scene]

    @property
    def path(self) -> tuple[Moment, ...]:
        """Every moment from the opening to the present one."""
        return (*self.passed, self.moment)

    @property
    def hints(self) -> int:
        """How many hints were asked for on the path."""
        return sum(moment.hints for moment in self.path)

    @property
    def attempt(self) -> Attempt | None:
        """The last attempt at the present moment."""
        return self.moment.last

    @property
    def is_over(self) -> bool:
        """True where no more responses are taken."""
        return self.phase in ("ended", "left")
