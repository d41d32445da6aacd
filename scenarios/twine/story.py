"""A Twine story as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.faults import ScenarioError


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, as it stands in the story."""

    name: str
    tags: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story: what is told, without styles and code."""

    title: str
    start: str
    """The name of the first passage."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a passage."""

    text: str
    to: str
    """The name of a passage."""


class TwineError(ScenarioError):
    """A file that is no Twine story, or one too large to be a scenario."""
