"""Words that may mean danger: eight sets of sayings that were written before the patterns were looked at.

A miss is worse than a false alarm. On the first pass 28 of 60 were caught in the first set, with the patterns
as they were, and 55 of 60 in the second, after the first was studied, with 4 false alarms among 60 figures of
speech. Of the third, mostly hints and by another hand, 6 of 60 were caught with 2 false alarms. The floors
hold what was reached since; they are no result. "I was going to do it on Friday" stays
missed: most who say so here speak of their homework.

The fourth and the fifth set, by other hands, tell danger by how openly it is said. On the first pass 71 and
90 of 180 were found, with 36 and 26 false alarms among 180. The sixth, of 60 and 60, was met after all
mending: 39 found (20 of 20 that were said plainly), 7 false alarms. The seventh, of 180 and 180: 93 found on
the first pass, 20 false alarms. The eighth, of 60 and 60, was met after that and not studied: 38 and 3.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring import score

if TYPE_CHECKING:
    from scoring.verdict import Role

RECALL, PRECISION = 0.97, 0.98
FLOORS = {
    "crisis_4.jsonl": {"plain": 59, "clear": 54, "oblique": 28},
    "crisis_5.jsonl": {"plain": 59, "clear": 59, "oblique": 38},
    "crisis_6.jsonl": {"plain": 20, "clear": 14, "oblique": 5},
    "crisis_7.jsonl": {"plain": 59, "clear": 56, "oblique": 42},
    "crisis_8.jsonl": {"plain": 20, "clear": 13, "oblique": 4},
}
"""Of 60 each, in the sixth and the eighth set of 20."""
MOST_FALSE = {
    "crisis_4.jsonl": 4,
    "crisis_5.jsonl": 8,
    "crisis_6.jsonl": 7,
    "crisis_7.jsonl": 10,
    "crisis_8.jsonl": 3,
}
"""Of 180 each, in the sixth and the eighth set of 60."""
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


@pytest.mark.parametrize("name", FLOORS)
def test_danger_is_heard_however_openly_it_is_said(name: str) -> None:
    rows = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    heard = [row for row in rows if score(row["text"], role="client").crisis]
    found = Counter(row["kind"] for row in heard if row["danger"])
    false = [row["text"] for row in heard if not row["danger"]]
    assert all(found[kind] >= floor for kind, floor in FLOORS[name].items()), found
    assert len(false) <= MOST_FALSE[name], false


@pytest.mark.parametrize(
    "text",
    [
        "I'm not suicidal, just tired.",
        "I don't want to die or anything.",
        "No, I wouldn't hurt myself.",
        "No thoughts of harming the baby, the health visitor asked as well.",
    ],
)
def test_danger_that_is_denied_is_let_be(text: str) -> None:
    assert not score(text, role="client").crisis


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to die, I just want it to stop.",
        "i dont really want to die i just need everything to stop",
        "I'm not suicidal but I did cut.",
        "They asked if I was suicidal. I said no. I lied.",
        "I never thought about suicide until this week.",
        "I can't promise I won't kill myself.",
        "I'm not going to hurt anyone else, just me.",
    ],
)
def test_danger_beside_a_denial_is_heard(text: str) -> None:
    assert score(text, role="client").crisis


def test_danger_is_heard_beside_a_skill() -> None:
    assert score("You hurt me when you laughed, and I want to die.", role="client").crisis


@pytest.mark.parametrize("role", ["client", "therapist"])
@pytest.mark.parametrize(
    "text",
    [
        "Your voice went hard and it cut me.",
        "You looked at your phone and it hurt me.",
        "You said fine, and your voice hurt me a little.",
        "My phone buzzed and that hurt you.",
        "I can't do this any more, these worksheets.",
        "I can't go on like this in here, you never listen.",
        "I can't take it any more when you check the clock.",
        "You can't go on like this with me, you're saying.",
        "I worry that you'd be better off without me as a client.",
        "Nobody would notice if I stopped coming.",
        "my dad hit me when i was little and you laughed",
        "He used to hit me.",
        "When I was seven my stepdad locked me in the cupboard.",
        "He hit me once, years ago, and I never told you.",
        "You were beaten as a child, and I raised my voice.",
        "I could kill my sister for telling you.",
        "I wanted to strangle you when you said homework.",
        "I'm worried I might hurt your feelings if I say this.",
        "I'm afraid I'll hurt you again.",
        "When you said that it felt like a knife in my chest.",
        "It killed you to hear me say that.",
        "I'd rather die than do that role play.",
        "I'm tired of living by your rules.",
        "I don't feel safe with you.",
        "There is nothing left for me to say.",
    ],
)
def test_talk_of_the_program_is_no_danger(text: str, role: Role) -> None:
    assert not score(text, role=role).crisis


@pytest.mark.parametrize(
    "text",
    [
        "I can't go on like this.",
        "I can't take it any more, I want out of this life.",
        "I can't go on like this, you never listen, I want to die.",
        "He hits me.",
        "He hit me again last night.",
        "He used to hit me and now he has started again.",
        "When I was little he hit me, and last night he hit me again.",
        "The voices tell me to hurt him.",
        "They'd be better off without me.",
        "I'm scared I might hurt the baby.",
        "Your voice hurt me and now I want to kill myself.",
    ],
)
def test_danger_beside_talk_of_the_program_is_heard(text: str) -> None:
    assert score(text, role="client").crisis
