"""Denials that take a whole saying to make, and what they leave standing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring import score

if TYPE_CHECKING:
    from scoring.verdict import Role

SAYINGS = Path(__file__).parents[2] / "scoring" / "marked" / "sayings"
MOST_SHOWN = 0.02
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


@pytest.mark.parametrize(
    ("role", "label", "text", "shows"),
    [
        ("client", "gives_feedback", "It's these sessions, they go round in circles.", True),
        ("client", "gives_feedback", "It's not you, it's my marriage that goes round in circles.", False),
        ("client", "names_feeling", "It's not the sessions, it's my marriage, I'm so sad about it.", True),
        ("client", "blames_self", "Others have it much worse than me, I shouldn't complain.", True),
        ("therapist", "defends", "The traffic was bad, there was nothing I could do.", True),
        ("therapist", "defends", "The traffic was bad, and that's no excuse.", False),
        ("therapist", "interprets", "You were late because you're avoiding your grief.", True),
        ("therapist", "interprets", "I don't think you were late because you're avoiding your grief.", False),
        ("therapist", "fixes", "Do some breathing, ring a friend or go for a walk.", True),
        ("therapist", "fixes", "I won't tell you to breathe, ring a friend or go for a walk.", False),
        ("therapist", "defends", "It was only five minutes.", True),
        ("therapist", "defends", "It wasn't only five minutes.", False),
    ],
)
def test_some_denials_take_some_labels_only(role: Role, label: str, text: str, shows: bool) -> None:
    assert (label in score(text, role=role).labels) is shows


def test_few_denials_show_what_they_deny() -> None:
    rows = [
        json.loads(line)
        for file in sorted(SAYINGS.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    shown = [
        denial
        for row in rows
        for denial in row["lacks"]
        if row["label"] in score(denial, role=row["role"], partner_says=row["partner_says"]).labels
    ]
    assert len(shown) <= MOST_SHOWN * sum(len(row["lacks"]) for row in rows), shown
