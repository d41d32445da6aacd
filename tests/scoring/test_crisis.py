"""Words that may mean danger: three sets of sayings that were written before the patterns were looked at.

A miss is worse than a false alarm. On the first pass 28 of 60 were caught in the first set, with the patterns
as they were, and 55 of 60 in the second, after the first was studied, with 4 false alarms among 60 figures of
speech. Of the third, mostly hints and by another hand, 6 of 60 were caught with 2 false alarms. The floors
hold what was reached since; they are no result. "I was going to do it on Friday" stays
missed: most who say so here speak of their homework.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring import score

RECALL, PRECISION = 0.97, 0.98
FOLDER = Path(__file__).parent


def sayings(name: str) -> list[tuple[str, bool]]:
    rows = map(json.loads, (FOLDER / name).read_text("utf-8").splitlines())
    return [(row["text"], row["danger"]) for row in rows]


@pytest.mark.parametrize("name", ["crisis_1.jsonl", "crisis_2.jsonl", "crisis_3.jsonl"])
def test_danger_is_heard_and_figures_of_speech_are_let_be(name: str) -> None:
    told = [(text, danger, score(text, role="client").crisis) for text, danger in sayings(name)]
    missed = [text for text, danger, heard in told if danger and not heard]
    false = [text for text, danger, heard in told if heard and not danger]
    dangers = sum(danger for _, danger, _ in told)
    heard = dangers - len(missed)
    assert heard >= RECALL * dangers, missed
    assert heard >= PRECISION * (heard + len(false)), false


def test_danger_is_heard_beside_a_skill() -> None:
    assert score("You hurt me when you laughed, and I want to die.", role="client").crisis
