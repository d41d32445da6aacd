"""Slips of the hand in short words and short forms."""

from __future__ import annotations

import pytest

from scoring.library import library
from scoring.slips import slips_of
from scoring.text import sentences


@pytest.mark.parametrize("slip", ["dpnt", "dotn", "donnt", "dnt"])
def test_one_letter_is_wrong_swapped_doubled_or_left_out(slip: str) -> None:
    assert slips_of(["dont"], lambda _: False)[slip] == "dont"


def test_what_stands_for_something_or_could_be_two_things_is_no_slip() -> None:
    slips = slips_of(["form", "from"], lambda word: word == "dorm")
    assert slips["forrm"] == "form"
    assert not {"dorm", "frm"} & slips.keys()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("I'j scared", "i am scared"),
        ("i dpnt know", "i do not know"),
        ("thzts fine", "that is fine"),
        ("are yoj cross", "are you cross"),
        ("haven'y slept", "have not slept"),
    ],
)
def test_a_slip_is_read_as_meant(text: str, read_as: str) -> None:
    (sentence,) = sentences(text, library().writing)
    assert " ".join(sentence.words) == read_as


def test_no_slip_is_read_as_a_bare_negation() -> None:
    assert not {"noot", "nto", "nott", "nver", "neever", "noe"} & library().writing.forms.keys()
