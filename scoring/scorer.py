"""Scores a response: from patterns and weights to a verdict."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from scoring.guard import is_no_answer
from scoring.library import library
from scoring.reading import Hit, Reading, read
from scoring.text import clean
from scoring.verdict import Finding, Role, Span, Verdict
from scoring.weights import Weights, weights

REPORTED = 0.5
"""From this strength on a label is reported."""
LOWEST, HIGHEST = 1.0, 5.0
FAINT = 0.5
"""A sign of danger that weighs less counts beside a plainer one only."""
MOST_SPANS = 6
"""Pieces of evidence shown for one label."""


def score(text: str, *, role: Role, partner_says: str = "") -> Verdict:
    """Say what a response contains.

    The same text gives the same verdict in every process. `partner_says` is what was said just before: it can
    decide, since masking needs something to mask. Any text is fine, the empty one too.
    """
    text = clean(text)
    known = library()
    reading = read(text, role, known, partner_says)
    if is_no_answer(reading, known) and not is_crisis(reading):
        return Verdict(
            role, text, (), "avoiding" if role == "therapist" else "passive", LOWEST, 0.9, understood=False
        )
    return replace(_judged(reading, role, weights(role)), crisis=is_crisis(reading))


def _judged(reading: Reading, role: Role, weighed: Weights) -> Verdict:
    strengths = weighed.strengths(reading)
    found = tuple(
        sorted(
            (
                finding
                for label, strength in strengths.items()
                if (finding := _finding(label, strength, reading, weighed))
            ),
            key=lambda each: (-each.score, each.label),
        )
    )
    style = weighed.style(strengths, reading)
    rating = min(HIGHEST, max(LOWEST, weighed.rating(strengths, reading)))
    return Verdict(
        role,
        reading.text,
        found,
        style,
        round(rating, 1),
        _sure(strengths),
        understood=True,
        leanings=tuple(strengths.items()),
    )


def _finding(label: str, strength: float, reading: Reading, weighed: Weights) -> Finding | None:
    if strength < REPORTED:
        return None
    hits = [hit for hit in reading.hits if hit.pattern.family.label == label]
    told = sorted(hits, key=lambda hit: (-weighed.pattern(hit.pattern.id, label), hit.span))
    if not told:
        return None
    return Finding(label, round(strength, 3), _merged(told), told[0].pattern.id)


def _merged(hits: list[Hit]) -> tuple[Span, ...]:
    """The spans of the hits in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(hit.span for hit in hits[:MOST_SPANS]):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _sure(strengths: dict[str, float]) -> float:
    """How sure the reading is: the clearest label, less what hangs in the balance, 0 to 1."""
    clearest = max(strengths.values(), default=0.0)
    doubt = max((1 - 2 * abs(each - REPORTED) for each in strengths.values()), default=0.0)
    return round(max(0.05, min(1.0, 0.35 + 0.65 * clearest - 0.4 * max(0.0, doubt))), 2)


def is_crisis(reading: Reading) -> bool:
    """Whether words that may mean danger stand in a response outside a figure of speech.

    One that is plain is enough; of signs it takes two that mean different things, and one that is not faint.
    """
    told = [hit for hit in reading.hits if hit.pattern.family.label in {"crisis", "sign"}]
    if not told:
        return False
    figures = [hit for hit in reading.hits if hit.pattern.family.label == "figure"]
    bare = [hit for hit in told if not any(_covers(figure, hit) for figure in figures)]
    return any(hit.pattern.family.label == "crisis" for hit in bare) or any(
        _are_two_signs(one, other) for one, other in combinations(bare, 2)
    )


def _are_two_signs(one: Hit, other: Hit) -> bool:
    """Whether two signs mean different things, in different words, and one of them is not faint."""
    if one.pattern.family.id == other.pattern.family.id or _covers(one, other):
        return False
    return max(one.pattern.weight, other.pattern.weight) >= FAINT


def _covers(figure: Hit, hit: Hit) -> bool:
    """Whether two hits share a word."""
    return figure.sentence == hit.sentence and figure.first < hit.end and hit.first < figure.end
