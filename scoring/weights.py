"""The calibrated weights: how much each piece of evidence counts, for each label.

`weights_client.json` and `weights_therapist.json` are written by `scoring.calibrate` from marked responses
and the library's own sentences. Every number in them can be shown to a person: a label's strength is the sum
of the weights of the patterns, words and shapes that stand in the response, bent to lie between 0 and 1.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scoring.reading import Hit, Reading
    from scoring.verdict import Role, Style

WORTH = 3.0
"""What a pattern of weight 1 counts, in logits, as long as nothing has been learned of it."""
MOST = 12.0
"""Logits; nothing is surer than that."""
ODDS = 4.0
"""Logits that count as one: makes strengths and shapes alike in size."""
SHAPES = ("asks", "asks last", "exclaims", "length", "very short", "short", "long")
"""What is looked at beside patterns and words."""
MOST_COUNTED = 4
"""Patterns of one label; more say no more."""
MOST_HEARD = 8
"""Words of what the partner said that count in full; of more each counts less, so that a long speech does not
outweigh the answer to it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each piece of evidence counts in one role."""

    table: Mapping[str, Any]

    def strengths(self, reading: Reading) -> dict[str, float]:
        """Return how strongly the response shows each label of the role, 0 to 1; from 0.5 it holds."""
        labels = self.table["labels"]
        totals = {label: each["start"] for label, each in labels.items()}
        evidence = self.table["evidence"]
        for key, amount in features(reading):
            for label, weight in evidence.get(key, {}).items():
                totals[label] += weight * amount
        for hit in {hit.pattern.id: hit for hit in reading.hits}.values():
            if f"pattern {hit.pattern.id}" not in evidence and hit.pattern.family.label in totals:
                totals[hit.pattern.family.label] += WORTH * hit.pattern.weight
        return {label: _bent(total) for label, total in totals.items()}

    def pattern(self, pattern: str, label: str) -> float:
        """Return how much one pattern counts for a label; 0 where it does not."""
        return float(self.table["evidence"].get(f"pattern {pattern}", {}).get(label, 0.0))

    def style(self, strengths: Mapping[str, float], reading: Reading) -> Style:
        """Return the style that weighs most."""
        table = self.table["style"]
        made = [*parts(strengths, reading), *words(reading), *patterns(reading)]
        return cast(
            "Style",
            max(table, key=lambda style: sum(table[style].get(key, 0.0) * value for key, value in made)),
        )

    def rating(self, strengths: Mapping[str, float], reading: Reading) -> float:
        """Return the rating before it is cut to 1 to 5."""
        table = self.table["rating"]
        return float(sum(table.get(key, 0.0) * value for key, value in parts(strengths, reading)))


def features(reading: Reading) -> Iterator[tuple[str, float]]:
    """Each piece of evidence in a response, with its amount; each once."""
    yield from patterns(reading)
    for label, count in _counted(reading.hits).items():
        yield f"patterns of {label}", min(count, MOST_COUNTED) / 2
    for label, count in _counted(reading.taken).items():
        yield f"denied {label}", min(count, MOST_COUNTED) / 2
    yield from words(reading)
    share = min(1.0, MOST_HEARD / max(1, len(reading.heard)))
    yield from ((f"heard {word}", share) for word in sorted(reading.heard))
    yield from shapes(reading)


def patterns(reading: Reading) -> Iterator[tuple[str, float]]:
    """The patterns that stand in a response, each once."""
    yield from (
        (f"pattern {pattern}", 1.0) for pattern in dict.fromkeys(hit.pattern.id for hit in reading.hits)
    )


def _counted(hits: Iterable[Hit]) -> Counter[str]:
    """How many patterns of each label there are."""
    return Counter({hit.pattern.id: hit.pattern.family.label for hit in hits}.values())


def words(reading: Reading) -> Iterator[tuple[str, float]]:
    """The words of a response, each once as it is said and once as it is denied."""
    seen = dict.fromkeys(
        f"{'not' if turned >> place & 1 else 'word'} {word}"
        for sentence, turned in zip(reading.sentences, reading.turned, strict=True)
        for place, word in enumerate(sentence.words)
    )
    yield from ((key, 1.0) for key in seen)


def shapes(reading: Reading) -> Iterator[tuple[str, float]]:
    """What the response looks like: questions, exclamations, length."""
    size = reading.size
    yield "asks", float(any(each.asks for each in reading.sentences))
    yield "asks last", float(bool(reading.sentences) and reading.sentences[-1].asks)
    yield "exclaims", float(any(each.exclaims for each in reading.sentences))
    yield "length", min(size, 80) / 20 - 1
    yield "very short", float(size <= 4)
    yield "short", float(size <= 10)
    yield "long", float(size > 35)


def parts(strengths: Mapping[str, float], reading: Reading) -> Iterator[tuple[str, float]]:
    """What rating and style are made of: how strong each label is, as odds and as a share, and the shape.

    Odds tell a label that is out of the question from one that is only unlikely; the share tells that a label
    holds, however surely.
    """
    yield "always", 1.0
    for label, strength in strengths.items():
        yield label, log(strength / (1.0 - strength)) / ODDS
        yield f"{label} held", strength
    yield from shapes(reading)


def _bent(total: float) -> float:
    return 1.0 / (1.0 + exp(-max(-MOST, min(MOST, total))))


@cache
def weights(role: Role) -> Weights:
    """Return the weights of a role that ship with the program."""
    return Weights(json.loads(files("scoring").joinpath(f"weights_{role}.json").read_text("utf-8")))
