"""What can be wrong with a scenario, said so that its author can mend it.

A fault is a value: faults are collected while a file is read or checked, and told
together. An error is raised only where there is nothing to go on with.

    SpeakupError                    anything that is raised on purpose (scoring.errors)
    └── ScenarioError               what this floor raises
        ├── SourceError             a file that cannot be read as a tree; carries its one fault
        ├── ConditionError          a condition that is no condition; carries its column
        ├── UnknownError            nothing has this id
        │   ├── UnknownScenarioError    carries the nearest ids
        │   └── UnknownDrillError       carries those that there are
        ├── PackError               a pack that is none, or is not to be trusted (packs.errors)
        └── TwineError              a file that is no Twine story (twine.story)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.errors import SpeakupError
from scoring.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "note"]
"""An error keeps a scenario from being played or makes it teach what is wrong; a warning ought to be
mended; a note is for the author to know."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in one file, and how to mend it."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    severity: Severity
    message: str
    """What is wrong."""
    mend: str = ""
    """How to mend it."""

    def __str__(self) -> str:
        """Return `file:line:column: severity: message; mend`, on one line whatever the file holds."""
        said = f"{self.message}; {self.mend}" if self.mend else self.message
        return one_line(f"{self.file}:{self.line}:{self.column}: {self.severity}: {said}")

    @property
    def is_error(self) -> bool:
        """True where the scenario must not be played as it is."""
        return self.severity == "error"


class ScenarioError(SpeakupError):
    """Anything that this floor raises on purpose."""


class SourceError(ScenarioError):
    """A file that cannot be read as a tree of texts."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class ConditionError(ScenarioError):
    """A condition that is no condition."""

    def __init__(self, message: str, mend: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.column = column
        """From 0, inside the condition."""


class UnknownError(ScenarioError):
    """Somebody named what is not there."""


class UnknownScenarioError(UnknownError):
    """No scenario has this id."""

    def __init__(self, id: str, nearest: tuple[str, ...] = ()) -> None:  # noqa: A002 - the field's own word
        hint = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"there is no scenario {quoted(id)}{hint}")
        self.id = id
        self.nearest = nearest


class UnknownDrillError(UnknownError):
    """No drill has this id."""

    def __init__(self, id: str, hint: str, known: tuple[str, ...]) -> None:  # noqa: A002 - the field's own word
        mend = hint or (f"there are {', '.join(known)}" if known else "there is none")
        super().__init__(f"there is no drill {quoted(id)}; {mend}")
        self.id = id
        self.known = known


def one_line(text: str) -> str:
    """Return `text` cleaned, its line breaks and runs of space made single spaces."""
    return " ".join(clean(text).split())


def quoted(text: str, limit: int = 50) -> str:
    """Return words of a file between quotation marks, on one line, cut at `limit` characters."""
    said = one_line(text)
    return f'"{said if len(said) <= limit else said[: limit - 1].rstrip() + "…"}"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "..."?` for the nearest known word, or nothing where none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    near = process.extractOne(
        word, list(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return f'did you mean "{near[0]}"?' if near else ""
