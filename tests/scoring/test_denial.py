"""Denials that take a whole saying to make, and what they leave standing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring import score

DENIALS = Path(__file__).parents[2] / "scoring" / "marked" / "denials"
MOST_SHOWN = 0.03
"""Of all denials, those that may show the label that they deny. The weights have learned from them: this
holds what was reached and is no result."""


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("Hurt by what you said about my mum, yes.", True),
        ("Hurt by what you said about my mum? No.", False),
        ("Hurt, me, by what you said? Not a bit of it.", False),
        ("Hurt when you cancelled? Not for one minute.", False),
        ("I was hurt by what you said.", True),
        ("Who says I was hurt by what you said?", False),
        ("I was hurt by what you said, or so my wife would have it.", False),
        ("I'd be making it up if I said I was hurt.", False),
        ("I'm done saying I was hurt.", False),
        ("I'd rather leave than say I'm hurt.", False),
        ("My neighbour thinks I'm hurt.", False),
        ("Hurt is the last thing I am.", False),
        ("Never mind the bill, I was hurt by what you said.", True),
        ("I was hurt by what you said, but never mind.", True),
        ("Could you say that again? No, I was hurt.", True),
        ("I couldn't say why, but I was hurt by it.", True),
    ],
)
def test_what_is_denied_around_a_feeling(text: str, shows: bool) -> None:
    assert ("names_feeling" in score(text, role="client").labels) is shows


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("Can we do it online next week?", True),
        ("Can we do it online next week.. actually no, scratch that.", False),
        ("Can we do it online next week? Scratch that.", False),
        ("I was going to ask you to go slower, but forget it.", False),
        ("I want you to go slower. No hurry though.", True),
        ("Can we go slower? No rush.", True),
    ],
)
def test_a_request_can_be_taken_back(text: str, shows: bool) -> None:
    assert ("states_need" in score(text, role="client").labels) is shows


def test_few_denials_show_what_they_deny() -> None:
    rows = [
        json.loads(line)
        for file in sorted(DENIALS.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    shown = [
        denial
        for row in rows
        for denial in row["lacks"]
        if row["label"] in score(denial, role=row["role"], partner_says=row["partner_says"]).labels
    ]
    assert len(shown) <= MOST_SHOWN * sum(len(row["lacks"]) for row in rows), shown
