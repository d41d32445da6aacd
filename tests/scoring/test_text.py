"""Text as people type it: normal form, sentences, offsets, typing errors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.library import library
from scoring.spelling import Speller, tolerance
from scoring.text import LONGEST_SENTENCE, clean, sentences


def words(text: str) -> list[list[str]]:
    return [list(each.words) for each in sentences(text, library().writing)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't know", [["i", "do", "not", "know"]]),
        ("I dont know", [["i", "do", "not", "know"]]),
        ("I don’t know", [["i", "do", "not", "know"]]),
        ("im gonna stop", [["i", "am", "going", "to", "stop"]]),
        ("cant say anything", [["can", "not", "say", "anything"]]),
        ("cant say I wasnt", [["i", "was"]]),
        ("idk tbh", [["i", "do", "not", "know", "to", "be", "honest"]]),
        ("sooooo tired", [["so", "tired"]]),
        ("STOP PLEASE", [["stop", "please"]]),
        ("I was scared. You went quiet.", [["i", "was", "scared"], ["you", "went", "quiet"]]),
        ("um.. i mean it", [["um", "i", "mean", "it"]]),
        ("Yeah. I was scared.", [["yes", "i", "was", "scared"]]),
        ("😢", [["emojisad"]]),
        ("we'll see, shan't we", [["we", "will", "see", "shall", "not", "we"]]),
    ],
)
def test_normal_form(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i was realy scarred of the sesion", "session"),
        ("i feel dissapointed", "disappointed"),
        ("could we slwo down", "slow"),
        ("iwant to stop", "want"),
        ("that was embarassing", "embarrassing"),
    ],
)
def test_typing_errors_are_read_as_meant(typed: str, meant: str) -> None:
    assert meant in [word for each in words(typed) for word in each]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I told Liam", "i told liam"),
        ("Liam said so", "liam said so"),
        ("liam said so", "liam said so"),
        ("We talked about Jaun", "we talked about jaun"),
        ("Realy sorry", "really sorry"),
        ("I am SCRAED", "i am scared"),
        ("teh otehr day yuo cut me of", "the other day you cut me of"),
        ("i amnot ok", "i am not ok"),
    ],
)
def test_names_are_no_typing_errors_and_common_slips_are(typed: str, read: str) -> None:
    assert [" ".join(each) for each in words(typed)] == [read]


@pytest.mark.parametrize("word", ["not", "no", "you", "was", "hat", "cup"])
def test_short_words_negators_and_pronouns_are_left_alone(word: str) -> None:
    assert words(word) == [[word]]


@pytest.mark.parametrize("word", ["county", "scarf", "hunt", "wont", "angle"])
def test_a_real_word_is_never_mended(word: str) -> None:
    speller = Speller(["country", "scared", "hurt", "want", "angry"])
    assert speller.mend(word) == (word,)


def test_nothing_is_mended_into_a_negator() -> None:
    assert Speller(["never", "nothing", "hardly"]).mend("nevr") == ("nevr",)


def test_tolerance_grows_with_the_word() -> None:
    assert [tolerance(length) for length in (1, 3, 4, 5, 6, 9, 10, 30)] == [0, 0, 1, 1, 2, 2, 3, 3]


@given(st.text())
def test_offsets_point_into_the_text_as_typed(text: str) -> None:
    text = clean(text)
    for sentence in sentences(text, library().writing):
        assert len(sentence.words) == len(sentence.spans)
        for start, end in sentence.spans:
            assert 0 <= start < end <= len(text)


@given(st.text())
def test_cleaned_text_carries_nothing_that_a_terminal_would_obey(text: str) -> None:
    kept = clean(text)
    assert not [letter for letter in kept if letter < " " and letter not in "\n\t"]
    assert not set(kept) & {"\x1b", "\x7f", "\x9b", "\u202e", "\u2066"}
    assert clean(kept) == kept


def test_a_text_without_stops_is_cut() -> None:
    parts = sentences("word " * 1000, library().writing)
    assert max(len(each.words) for each in parts) == LONGEST_SENTENCE
    assert sum(len(each.words) for each in parts) == 1000
