"""A scenario as a value: what the file says, checked, with every name resolved.

The loader (`scenarios.load`) makes these from YAML. Nothing in them changes, and
nothing in them knows how they were written down.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the loader resolves the types at run time
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["client", "therapist"]
Tone = Literal["repaired", "open", "costly", "lost"]
"""How an ending leaves the two: repaired, open (worth it all the same), costly (silence paid), lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text that stands where its condition holds."""

    says: str
    when: str = ""
    """A condition (see `scenarios.condition`); empty means always. The first line that holds is taken."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where the story goes where its condition holds."""

    to: str
    """The id of a scene or of an ending."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """The other person in the scene."""

    name: str
    manner: str = ""
    """How they are and how they speak, in a few words; shown to the player."""


@dataclass(frozen=True, slots=True)
class Coach:
    """What the coach says of a reply: the principle, what it does to the other, one thing to try."""

    principle: str
    effect: str = ""
    try_: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A typed response with the labels and the reply that it must reach: a test of the scene."""

    text: str
    reply: str
    """The id of a reply of the scene, or `otherwise`."""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One way of answering that the author foresaw."""

    id: str
    says: tuple[str, ...]
    """Example sayings, in really different words; typed text is matched to them, picking shows the first."""
    shows: tuple[str, ...]
    """The labels that the sayings show."""
    goes: tuple[Way, ...]
    coach: Coach
    partner: tuple[Line, ...] = ()
    """What the partner answers to this reply, at once."""
    aside: tuple[Line, ...] = ()
    """What is seen while the partner answers."""
    alliance: int = 0
    """What the reply does to the relationship, -3 to +3."""
    sets: tuple[str, ...] = ()
    """Flags that the story remembers from here on."""
    clears: tuple[str, ...] = ()
    when: str = ""
    """Only foreseen where this condition holds."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What happens to a response that is understood but none of the foreseen replies."""

    goes: tuple[Way, ...]
    partner: tuple[Line, ...] = ()
    aside: tuple[Line, ...] = ()
    alliance: int = 0
    coach: Coach | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment: what the partner says, and the replies that can follow."""

    id: str
    partner: tuple[Line, ...]
    principle: str
    """The idea that the moment turns on; the first hint."""
    stem: str
    """The beginning of a sentence; the second hint."""
    replies: Mapping[str, Reply]
    otherwise: Otherwise
    aside: tuple[Line, ...] = ()
    """What is seen and not said."""
    inner: tuple[Line, ...] = ()
    """What goes on in the player's character, shown in the debrief beside the other chair."""
    moment: str = ""
    """The name of the minute that this scene shares with the scenario told from the other chair."""
    calls_for: tuple[str, ...] = ()
    """The skills that this moment asks for, most important first."""
    strong: tuple[str, ...] = ()
    """Two strong examples to compare with; the third hint shows the first."""
    weak: str = ""
    """One weak example to compare with."""
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the story can end."""

    id: str
    title: str
    text: tuple[Line, ...]
    principle: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Scenario:
    """One role-play: a partner, a setting, scenes and endings."""

    id: str
    title: str
    role: Role
    partner: Partner
    level: int
    """1 to 3."""
    minutes: int
    setting: str
    opening: str
    """The id of the first scene."""
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    practises: tuple[str, ...]
    """Labels of the codebook."""
    practises_advice: tuple[str, ...]
    """Rows of the advice table, such as `D4`."""
    sources: tuple[str, ...]
    """Source documents, such as `doc-003`."""
    content_notes: tuple[str, ...] = ()
    summary: str = ""
    """One sentence for the list."""
    other_chair: str = ""
    """The id of the scenario that tells the same minutes from the other chair."""
    language: str = "en"
    flags: Mapping[str, str] = field(default_factory=dict)
    """Every flag that a reply sets, with what it means in the story."""
