"""Negation, reported speech and suppositions: what a word stands under."""

from __future__ import annotations

import pytest

from scoring.library import library
from scoring.scope import scope
from scoring.text import sentences


def under(kind: str, text: str) -> set[str]:
    found = set()
    for sentence in sentences(text, library().writing):
        bits = getattr(scope(sentence), kind)
        found |= {word for place, word in enumerate(sentence.words) if bits >> place & 1}
    return found


@pytest.mark.parametrize(
    ("text", "word", "is_negated"),
    [
        ("I am not angry", "angry", True),
        ("I'm angry", "angry", False),
        ("I'm hardly angry", "angry", True),
        ("it's not that I'm angry", "angry", True),
        ("it's not like I'm angry", "angry", True),
        ("I was never really angry", "angry", True),
        ("no, I'm angry", "angry", False),
        ("No. I'm angry", "angry", False),
        ("not angry but hurt", "hurt", False),
        ("can't say I wasn't hurt", "hurt", False),
        ("I'm not only hurt", "hurt", False),
        ("I am not hurt or angry", "angry", True),
        ("I didn't sleep because I was scared", "scared", False),
        ("it's not because I'm angry", "angry", True),
        ("couldn't we slow down", "slow", False),
        ("nothing scared me", "scared", True),
        ("I was scared, not angry", "scared", False),
        ("I won't just go along with it", "along", True),
        ("let's not try and sort it out", "sort", True),
        ("neither is it my fault nor am I bad", "bad", True),
        ("not true, I wasn't angry", "angry", True),
        ("it's not true that I wasn't angry", "angry", False),
        ("it isn't you that I'm angry with", "angry", True),
        ("I'm not saying it doesn't help", "help", False),
        ("I won't stop now and keep it for Thursday", "keep", True),
        ("I won't stop now and I keep it for Thursday", "keep", False),
        ("I told them no my father would cry", "cry", False),
    ],
)
def test_negation(text: str, word: str, is_negated: bool) -> None:
    assert (word in under("negated", text)) is is_negated


@pytest.mark.parametrize(
    ("text", "word", "is_reported"),
    [
        ("my wife says I am angry", "angry", True),
        ("they told me I should be angry", "angry", True),
        ("you said I was angry", "angry", False),
        ("I said I was angry", "angry", False),
        ("my friend says I'm angry but I'm hurt", "hurt", False),
    ],
)
def test_reported_speech(text: str, word: str, is_reported: bool) -> None:
    assert (word in under("reported", text)) is is_reported


@pytest.mark.parametrize(
    ("text", "word", "is_supposed"),
    [
        ("if I were braver I would say I'm hurt", "hurt", True),
        ("if you do one with me I will try", "try", False),
        ("somebody would be hurt", "hurt", True),
        ("I would like to stop", "stop", False),
    ],
)
def test_suppositions(text: str, word: str, is_supposed: bool) -> None:
    assert (word in under("supposed", text)) is is_supposed


@pytest.mark.parametrize(
    ("text", "word", "is_negated"),
    [
        ("I don't need advice right now I need you to listen", "listen", False),
        ("I don't need advice right now I need you to listen", "advice", True),
        ("I don't think you think that I was hurt", "hurt", True),
    ],
)
def test_a_denied_verb_that_comes_again_ends_the_denial(text: str, word: str, is_negated: bool) -> None:
    assert (word in under("negated", text)) is is_negated


@pytest.mark.parametrize(
    ("text", "word", "is_disowned"),
    [
        ("I don't think you're overreacting", "overreacting", True),
        ("It isn't that I see it differently", "differently", True),
        ("None of this is your fault", "fault", True),
        ("There's nothing I've been hiding from you", "hiding", True),
        ("I'm not attracted to you", "attracted", True),
        ("You're not a terrible therapist", "terrible", True),
        ("I won't tell you you'll be fine", "fine", True),
        ("It's not because you don't want it", "want", True),
        ("Not once did I think you didn't give a damn", "give", True),
        ("I don't for a second believe you meant harm", "harm", True),
        ("I can't believe you forgot my name", "forgot", False),
        ("I'm not sure you know what you're asking", "asking", False),
        ("I'm not going to lie, you were late", "late", False),
        ("not going to lie you were late", "late", False),
    ],
)
def test_what_is_denied_whole(text: str, word: str, is_disowned: bool) -> None:
    assert (word in under("disowned", text)) is is_disowned
