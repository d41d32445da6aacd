"""Why the scorer said what it said, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.errors import PlayError
from trainer.play.documents import Document, document
from trainer.play.explained import explained
from trainer.play.gentle import SOFT

if TYPE_CHECKING:
    from scoring.explanation import Explanation
    from scoring.verdict import Span
    from trainer.play.reading import Reading
    from trainer.play.state import State


@dataclass(frozen=True, slots=True)
class Reason:
    """One label, the words that gave it, and where the idea comes from."""

    label: str
    name: str
    is_skill: bool
    is_soft: bool
    """Whether it is only a small change, since a skill was shown beside it."""
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    score: float
    """How strong the evidence is, 0 to 1."""
    reason: str
    """The pattern in plain words."""
    pattern: str
    documents: tuple[Document, ...]
    advice: tuple[str, ...]


def for_authors(reason: Reason) -> str:
    """Return what an author of patterns wants to know of a reason, and nobody else."""
    advice = f", advice {' '.join(reason.advice)}" if reason.advice else ""
    return f"{reason.pattern} {reason.score:.2f}{advice}"


def why(state: State, attempt: int = -1) -> tuple[Reason, ...]:
    """Return the reasons for the verdict on an attempt at the present moment, strongest first."""
    if not state.moment.attempts:
        raise PlayError("There is no response to explain yet.")
    made = state.moment.attempts[attempt]
    return reasons(explained(state, made), made.reading)


def reasons(told: Explanation, reading: Reading) -> tuple[Reason, ...]:
    """Return a reason for each label of an explanation, small things last, each with its strength."""
    has_skill = any(each.is_skill for each in told.found)
    scores = {finding.label: finding.score for finding in reading.findings}
    found = tuple(
        Reason(
            label=each.label,
            name=each.name,
            is_skill=each.is_skill,
            is_soft=has_skill and each.label in SOFT,
            words=each.words,
            spans=each.spans,
            score=scores.get(each.label, 0.0),
            reason=each.reason,
            pattern=each.pattern,
            documents=tuple(document(source) for source in each.sources),
            advice=each.advice,
        )
        for each in told.found
    )
    return tuple(sorted(found, key=lambda each: each.is_soft))
