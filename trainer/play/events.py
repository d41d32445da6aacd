"""All that can happen in a session. A session is a list of these, and its state is computed from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.play.reading import Reading  # noqa: TC001 - the codec reads the annotations

How = Literal["typed", "picked"]
Help = Literal["hint", "why"]
Halt = Literal["go on", "pause", "leave"]

OTHERWISE = "otherwise"
"""In place of a reply's id: none of the foreseen replies."""


@dataclass(frozen=True, slots=True)
class Began:
    """A session began. Always the first event, and never a later one."""

    scenario: str
    digest: str
    """The fingerprint of the scenario as it was then (`digest_of`)."""
    opening: str
    alliance: int = 0
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Responded:
    """The player said something, in their own words or in those of an option."""

    text: str
    how: How
    reading: Reading


@dataclass(frozen=True, slots=True)
class Alarmed:
    """Words that may mean danger were typed. The words themselves are not kept, here or anywhere."""


@dataclass(frozen=True, slots=True)
class Halted:
    """The player chose how to go on after words that may mean danger."""

    choice: Halt


@dataclass(frozen=True, slots=True)
class Chose:
    """The player said which reply they meant: one of a near tie, or one that was offered."""

    reply: str
    """The id of a reply of the scene, or `otherwise`: none of these."""


@dataclass(frozen=True, slots=True)
class Contested:
    """The player says that they were read wrongly, and what they meant."""

    reply: str
    """The id of a reply of the scene, or `otherwise`; that of the attempt itself contests the labels only."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class WentOn:
    """The player goes on from the last attempt."""


@dataclass(frozen=True, slots=True)
class Retried:
    """The player wants to try the same moment again."""


@dataclass(frozen=True, slots=True)
class SteppedBack:
    """The player goes back to an earlier moment of the path, counted from 0."""

    moment: int


@dataclass(frozen=True, slots=True)
class Returned:
    """The player went back to the debrief, from a moment that they took again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The player asked for help."""

    help: Help


@dataclass(frozen=True, slots=True)
class Planned:
    """The if-then sentence for the real session."""

    when: str
    then: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A line for the player's own journal."""

    text: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The player stopped for now; the session stands where it is."""


@dataclass(frozen=True, slots=True)
class Left:
    """The player left for good; the session is not offered to be continued."""


Event = (
    Began
    | Responded
    | Alarmed
    | Halted
    | Chose
    | Contested
    | WentOn
    | Retried
    | SteppedBack
    | Returned
    | Asked
    | Planned
    | Noted
    | Paused
    | Left
)

KINDS: dict[str, type[Event]] = {
    "began": Began,
    "responded": Responded,
    "alarmed": Alarmed,
    "halted": Halted,
    "chose": Chose,
    "contested": Contested,
    "went-on": WentOn,
    "retried": Retried,
    "stepped-back": SteppedBack,
    "returned": Returned,
    "asked": Asked,
    "planned": Planned,
    "noted": Noted,
    "paused": Paused,
    "left": Left,
}
"""The name under which each kind of event is stored."""
