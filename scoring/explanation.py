"""Explains a verdict to a person: what was found, what was missing, and the least change that helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.labels import Label, label, labels_of
from scoring.library import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.verdict import Finding, Span, Verdict

MOST_MISSING = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A label that holds, told to a person."""

    label: str
    name: str
    """In plain words, such as `says what you feel`."""
    is_skill: bool
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The words of the response that gave it."""
    reason: str
    """What the pattern looks for, in plain words."""
    why: str
    """What the skill is good for, or what the pitfall costs."""
    pattern: str
    sources: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A skill that the moment called for and that was not there."""

    label: str
    name: str
    why: str
    stem: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The least change to the player's own words that helps, tried on the scorer before it is shown."""

    text: str
    """The whole response with the change made."""
    says: str
    """What was changed and what it does, in one sentence."""
    label: str
    """The skill that it adds or the pitfall that it takes away."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict, told to a person."""

    found: tuple[Found, ...]
    missing: tuple[Missing, ...]
    try_next: str
    edit: Edit | None


def explain(verdict: Verdict, *, calls_for: Sequence[str] = (), partner_says: str = "") -> Explanation:
    """Explain a verdict.

    `calls_for` names the skills that the moment asks for, most important first; what was missing is told.
    """
    from scoring.edit import smallest_edit

    found = tuple(_found(each, verdict) for each in verdict.findings)
    missing = tuple(_missing(label(name, verdict.role)) for name in calls_for if name not in verdict.labels)[
        :MOST_MISSING
    ]
    edit = smallest_edit(verdict, calls_for=calls_for, partner_says=partner_says)
    return Explanation(found, missing, _try_next(verdict, found, missing), edit)


def _found(finding: Finding, verdict: Verdict) -> Found:
    of = label(finding.label, verdict.role)
    pattern = library().patterns[finding.pattern]
    return Found(
        label=of.name,
        name=of.title,
        is_skill=of.is_skill,
        spans=finding.spans,
        words=tuple(verdict.text[start:end] for start, end in finding.spans),
        reason=pattern.family.says,
        why=of.why,
        pattern=finding.pattern,
        sources=pattern.family.sources or of.sources,
        advice=pattern.family.advice or of.advice,
    )


def _missing(of: Label) -> Missing:
    return Missing(of.name, of.title, of.why, of.stem)


def _try_next(verdict: Verdict, found: Sequence[Found], missing: Sequence[Missing]) -> str:
    """One thing to try: out of the strongest pitfall, else towards the most important missing skill."""
    pitfall = next((each for each in found if not each.is_skill), None)
    if pitfall is not None:
        return f"Try it once with: {label(pitfall.label, verdict.role).stem}"
    if missing:
        return f"Try adding: {missing[0].stem}"
    if not found:
        return f"Try beginning with: {labels_of(verdict.role)[0].stem}"
    return "Say it once more in fewer words, and see what is left."
