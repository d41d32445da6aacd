"""Explains a verdict to a person: what was found, what was missing, and the least change that helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.labels import Label, label, labels_of
from scoring.library import library
from scoring.lit import lit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scoring.verdict import Finding, Span, Verdict

MOST_MISSING = 2
WELL_SAID = 4.5
"""From this rating on, nothing is called missing where the moment got some of what it called for."""
LATELY = 3
"""So many explanations back, the same kind of change is not offered again."""
LONG = 40
"""Words, from which on it can help to say it once more in fewer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A label that holds, told to a person."""

    label: str
    name: str
    """In plain words, such as `says what you feel`."""
    is_skill: bool
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The words of the response that gave it, with those that they need to make sense."""
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
    tried: str = ""
    """The text as it was tried, with plain words where `text` leaves a blank."""
    shape: str = ""
    """What kind of change it is, such as `and-i-felt`."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict, told to a person."""

    found: tuple[Found, ...]
    missing: tuple[Missing, ...]
    try_next: str
    """One thing to try; empty where there is an edit, or nothing to mend."""
    edit: Edit | None

    @property
    def words(self) -> Iterator[str]:
        """What was said about labels, to be said in other words the next time."""
        for found in self.found:
            yield found.why
        for missing in self.missing:
            yield missing.why
            yield missing.stem
        if ": " in self.try_next:
            yield self.try_next.split(": ", 1)[1]


def explain(
    verdict: Verdict,
    *,
    calls_for: Sequence[str] = (),
    partner_says: str = "",
    before: Sequence[Explanation] = (),
) -> Explanation:
    """Explain a verdict.

    `calls_for` names the skills that the moment asks for, most important first; what was missing is told.
    `before` holds the explanations that were given earlier in the talk, oldest first: what they said is not
    said again in the same words, and the kinds of change that they offered lately are not offered again.
    """
    from scoring.edit import smallest_edit

    told = frozenset(words for each in before for words in each.words)
    offered = frozenset(each.edit.shape for each in before[-LATELY:] if each.edit)
    edit = smallest_edit(verdict, calls_for=calls_for, partner_says=partner_says, offered=offered)
    found = tuple(_found(each, verdict, told) for each in verdict.findings)
    missing = tuple(_missing(label(name, verdict.role), told) for name in _most_missed(verdict, calls_for))
    return Explanation(found, missing, "" if edit else _try_next(verdict, found, missing, told), edit)


def _most_missed(verdict: Verdict, calls_for: Sequence[str]) -> list[str]:
    """The one or two skills that the moment called for and that would have helped most."""
    missed = [name for name in calls_for if name not in verdict.labels]
    shown = len(missed) < len(calls_for)
    if shown and verdict.rating >= WELL_SAID:
        return []
    has_pitfall = any(not label(name, verdict.role).is_skill for name in verdict.labels)
    return missed[: 1 if shown or has_pitfall else MOST_MISSING]


def _fresh(options: Sequence[str], told: Collection[str]) -> str:
    """The first that was not told yet; empty where all were."""
    return next((each for each in options if each not in told), "")


def _stem(of: Label, told: Collection[str]) -> str:
    """A beginning that was not offered yet, or the first again."""
    return _fresh((of.stem, *of.more_stems), told) or of.stem


def _found(finding: Finding, verdict: Verdict, told: Collection[str]) -> Found:
    of = label(finding.label, verdict.role)
    pattern = library().patterns[finding.pattern]
    spans = lit(verdict.text, finding.spans)
    return Found(
        label=of.name,
        name=of.title,
        is_skill=of.is_skill,
        spans=spans,
        words=tuple(verdict.text[start:end] for start, end in spans),
        reason=pattern.family.says,
        why=_fresh((of.why, *of.more_whys), told),
        pattern=finding.pattern,
        sources=pattern.family.sources or of.sources,
        advice=pattern.family.advice or of.advice,
    )


def _missing(of: Label, told: Collection[str]) -> Missing:
    return Missing(of.name, of.title, _fresh((of.why, *of.more_whys), told), _stem(of, told))


def _try_next(
    verdict: Verdict, found: Sequence[Found], missing: Sequence[Missing], told: Collection[str]
) -> str:
    """One thing to try: out of the strongest pitfall, else towards the most important missing skill."""
    pitfall = next((each for each in found if not each.is_skill), None)
    if pitfall is not None:
        return f"Try it once with: {_stem(label(pitfall.label, verdict.role), told)}"
    if missing:
        return f"Try adding: {missing[0].stem}"
    if not found:
        return f"Try beginning with: {_stem(labels_of(verdict.role)[0], told)}"
    if len(verdict.text.split()) > LONG:
        return "Say it once more in fewer words, and see what is left."
    return ""
