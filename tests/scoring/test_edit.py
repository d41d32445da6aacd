"""The smallest edit: natural, from the player's own words, and tried on the scorer before it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring import score
from scoring.edit import smallest_edit
from scoring.edits.clauses import is_whole
from scoring.labels import label

if TYPE_CHECKING:
    from scoring.verdict import Role

MARKED = Path(__file__).parents[2] / "scoring" / "marked"
CALLED: dict[Role, tuple[str, ...]] = {
    "client": ("names_feeling", "states_need", "describes_event"),
    "therapist": ("owns_part", "validates", "explores"),
}


def edit_of(text: str, role: Role = "client", partner_says: str = "", *calls_for: str) -> str | None:
    verdict = score(text, role=role, partner_says=partner_says)
    edit = smallest_edit(verdict, calls_for=calls_for or CALLED[role], partner_says=partner_says)
    return edit.text if edit else None


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("His name was Jonah. You said Noah.", "His name was Jonah. I felt ... when you said Noah."),
        (
            "no thats all. i mean.. it hurt a bit when you said Noah. but its ok, i know your busy",
            "no thats all. i mean.. it hurt a bit when you said Noah.",
        ),
        (
            "You talk too much of tomatoes. Sorry. But you are good man",
            (
                "You talk too much of tomatoes. Could you leave me more room to talk? "
                "Sorry. But you are good man"
            ),
        ),
    ],
)
def test_a_client_gets_their_own_words_back(text: str, changed: str) -> None:
    called = ("states_need",) if "tomatoes" in text else ("names_feeling",)
    assert edit_of(text, "client", "", *called) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Yes. I got him wrong.", "Yes. I got him wrong. What was that like for you?"),
        (
            (
                "I'm so sorry it's been a rotten week. It often gets worse before it gets better, "
                "it's really a sign that it's working. What's been the hardest?"
            ),
            "I'm so sorry it's been a rotten week. What's been the hardest?",
        ),
    ],
)
def test_a_therapist_drops_the_comfort_and_asks(text: str, changed: str) -> None:
    assert edit_of(text, "therapist", "It has been awful.", "explores") == changed


@pytest.mark.parametrize(
    "text",
    [
        "I'm fine, it's nothing.",
        "yeah sorry, im fine, just a bit tired i think.. what were you saying",
        "Can I have your number?",
        "Ok.",
        "Thank you that you say it. It makes me well.",
        "Right. Took you eleven months. But thank you.",
        "Why are you making this about you?",
        "hmm no. i like living with them. thats not the bit thats broken",
        "asdf jkl",
        "",
    ],
)
def test_nothing_is_offered_where_nothing_fits(text: str) -> None:
    assert edit_of(text) is None


def test_the_same_kind_of_change_is_not_offered_again() -> None:
    verdict = score("His name was Jonah. You said Noah.", role="client")
    first = smallest_edit(verdict, calls_for=("names_feeling",))
    assert first
    again = smallest_edit(verdict, calls_for=("names_feeling",), offered={first.shape})
    assert again is None or again.text != first.text


def test_every_edit_of_the_marked_responses_does_what_it_says_and_ends_as_a_sentence() -> None:
    for line in (MARKED / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        role: Role = row["role"]
        verdict = score(row["text"], role=role, partner_says=row["partner_says"])
        edit = smallest_edit(verdict, calls_for=CALLED[role], partner_says=row["partner_says"])
        if edit is None:
            continue
        after = score(edit.tried, role=role, partner_says=row["partner_says"])
        assert (edit.label in after.labels) is label(edit.label, role).is_skill, row["text"]
        assert {each for each in verdict.labels if label(each, role).is_skill} <= after.labels
        assert edit.text[0].isalnum() or edit.text[0] == row["text"][0]
        assert not edit.text.rstrip(".").endswith((",", " but", " and", " because")), edit.text
        assert "\0" not in edit.text + edit.tried


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("You were late.", True),
        ("fine", False),
        ("because you", False),
        ("Could we slow down?", True),
        ("im scared of it", True),
        ("Is there anything I can do to", False),
        ("My daughter is ill", True),
    ],
)
def test_what_is_a_whole_sentence(text: str, whole: bool) -> None:
    assert is_whole(text) is whole
