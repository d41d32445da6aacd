"""Pairs of sayings that differ by a negation: one shows a label, the other denies it.

The sets were written before their misses were looked at. On the first pass 53 of 100 pairs of the first set
were right, 69 of the second (60 with the scopes as they were before the first was studied), 82 of the third
(77 with the scopes before) and 64 of the fourth, whose writer had not seen the library and put the partner's
words before each pair. After that was studied, 91 of the fifth, made like the fourth, and 84 of the sixth;
after that too was studied, 84 of the seventh and of the eighth. After weights learned from the library's own
sentences and denials became cues, 91 of the ninth; after one more turn 93, 89, 92 and 87 of the tenth to the
thirteenth, and 92, 90 and 86 of the next three. After what is denied counted as evidence of its own, 98, 98,
96, 93, 98 and 96 of the seventeenth to the twenty-second; then, with denials weighing a third as much, 93,
92, 95, 93, 95 and 97 of the last six. The floors hold what was reached since; they are no result.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring import score

FOLDER = Path(__file__).parent
RIGHT, WRONGLY_SHOWN = 91, 6
"""Of 100 pairs: those that have to be right, and those that may show the label under its denial."""


@pytest.mark.parametrize("number", range(1, 29))
def test_what_is_denied_is_not_shown(number: int) -> None:
    pairs = [
        json.loads(line)
        for line in (FOLDER / f"negation_pairs_{number}.jsonl").read_text("utf-8").splitlines()
    ]
    shown = [_shows(pair, "shows") for pair in pairs]
    denied = [_shows(pair, "lacks") for pair in pairs]
    assert sum(denied) <= WRONGLY_SHOWN, [
        pair["lacks"] for pair, is_shown in zip(pairs, denied, strict=True) if is_shown
    ]
    right = sum(one and not other for one, other in zip(shown, denied, strict=True))
    assert right >= RIGHT


def _shows(pair: dict[str, str], side: str) -> bool:
    heard = pair.get("partner_says", "")
    return pair["label"] in score(pair[side], role=pair["role"], partner_says=heard).labels  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("I can't say I wasn't hurt by that.", True),
        ("I can't say I was hurt by that.", False),
        ("It isn't true that I wasn't angry with you.", True),
        ("I'm far from angry with you.", False),
        ("I can't deny that I was angry with you.", True),
        ("I'd be lying if I said I was angry with you.", False),
        ("I'd be lying if I said I wasn't angry with you.", True),
        ("I'm not saying I was hurt by that.", False),
    ],
)
def test_two_negations_are_none(text: str, shows: bool) -> None:
    assert ("names_feeling" in score(text, role="client").labels) is shows
