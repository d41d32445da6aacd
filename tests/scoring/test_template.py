"""The template language: what is read, what is refused, and that the matcher agrees with a plain one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.match import Board, compiled, matcher, matches
from scoring.template import Edge, Either, Gap, Node, Not, Row, TemplateError, Word, parse
from scoring.word_forms import forms


def board(words: tuple[str, ...], sets: dict[str, tuple[str, ...]] | None = None) -> Board:
    places: dict[str, int] = {}
    for place, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << place
    named = {
        name: {1: sum(1 << place for place, word in enumerate(words) if word in entries)}
        for name, entries in (sets or {}).items()
    }
    return Board(len(words), places, named, 1, 1 << len(words), 1, 1 << len(words))


def found(template: str, text: str) -> list[str]:
    words = tuple(text.split())
    made = matcher(parse(template, lambda word: (word,)))
    return [
        " ".join(words[first:end])
        for first, end in matches(made, board(words, {"~feeling": ("sad", "cross")}))
    ]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("could we", "so could we stop", ["could we"]),
        ("could we", "we could", []),
        ("feel+", "i felt it and feel it", ["felt", "feel"]),
        ("i am ~feeling", "i am sad", ["i am sad"]),
        ("(can|could) we", "can we or could we", ["can we", "could we"]),
        ("a [little] more", "a more and a little more", ["a more", "a little more"]),
        ("you .. clock", "you looked at the clock", ["you looked at the clock"]),
        ("you .. clock", "you looked right up at the clock", []),
        ("you ..6 clock", "you looked right up at the clock", ["you looked right up at the clock"]),
        ("{slower ; today}", "today a bit slower", ["today a bit slower"]),
        ("{slower ; today}", "slower please today", ["slower please today"]),
        ("i want !(nothing|out)", "i want nothing but i want this", ["i want"]),
        ("^ fine $", "fine", ["fine"]),
        ("^^ fine $$", "i am fine", []),
        ("i !(do not) want", "i want", ["i want"]),
    ],
)
def test_a_template_finds(template: str, text: str, expected: list[str]) -> None:
    assert found(template, text) == expected


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("(could we", "`)` is missing"),
        ("could) we", "closes nothing"),
        ("", "empty"),
        ("you ..20 clock", "too wide"),
        ("{a ; b ; c}", "two parts"),
        ("a [b", "`]` is missing"),
    ],
)
def test_a_broken_template_says_what_is_wrong(template: str, told: str) -> None:
    with pytest.raises(TemplateError, match=told.replace("(", r"\(").replace(")", r"\)").replace("[", r"\[")):
        parse(template, lambda word: (word,))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("stop", ("stop", "stops", "stopped", "stopping")),
        ("try", ("try", "tries", "tried", "trying")),
        ("listen", ("listen", "listens", "listened", "listening")),
        ("push", ("push", "pushes", "pushed", "pushing")),
        ("move", ("move", "moves", "moved", "moving")),
        ("feel", ("feel", "feels", "felt", "feeling")),
    ],
)
def test_forms_of_a_word(word: str, expected: tuple[str, ...]) -> None:
    assert forms(word) == expected


LETTERS = ("a", "b", "c")
words = st.lists(st.sampled_from(LETTERS), max_size=8).map(tuple)
nodes = st.recursive(
    st.one_of(
        st.sampled_from(LETTERS).map(Word),
        st.integers(0, 4).map(Gap),
        st.sampled_from(["^", "$", "^^", "$$"]).map(Edge),
        st.sampled_from(LETTERS).map(lambda letter: Not(Word(letter))),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda each: Either(tuple(each))),
        st.lists(inner, max_size=3).map(lambda each: Row(tuple(each))),
    ),
    max_leaves=8,
)


def plainly(node: Node, text: tuple[str, ...], place: int) -> set[int]:
    """The reference: where a node that begins at `place` may end, word by word."""
    match node:
        case Word(word):
            return {place + 1} if place < len(text) and text[place] == word else set()
        case Gap(most):
            return set(range(place, min(place + most, len(text)) + 1))
        case Edge(mark):
            return {place} if place == (0 if mark.startswith("^") else len(text)) else set()
        case Not(inner):
            return set() if plainly(inner, text, place) else {place}
        case Either(inner):
            return set().union(*(plainly(each, text, place) for each in inner))
        case Row(inner):
            reached = {place}
            for each in inner:
                reached = set().union(*(plainly(each, text, here) for here in reached)) if reached else set()
            return reached
        case _:
            raise AssertionError(node)


@given(node=nodes, text=words)
def test_all_places_at_once_agrees_with_place_by_place(node: Node, text: tuple[str, ...]) -> None:
    step = compiled(node)
    for place in range(len(text) + 1):
        ended = step(1 << place, board(text))
        assert {end for end in range(len(text) + 2) if ended >> end & 1} == plainly(node, text, place)


@given(node=nodes, text=words)
def test_matches_are_leftmost_and_shortest_and_share_no_word(node: Node, text: tuple[str, ...]) -> None:
    expected = []
    at = 0
    while at < len(text):
        ends = plainly(node, text, at)
        if ends:
            expected.append((at, max(min(ends), at + 1)))
        at = expected[-1][1] if ends else at + 1
    assert matches(matcher(node), board(text)) == expected


def test_a_gap_runs_over_a_negation_only_where_it_may() -> None:
    node = parse("you .. best", lambda word: (word,))
    laid_out = board(("you", "do", "not", "know", "best"))
    assert compiled(node)(1, laid_out)
    laid_out.turning = 1 << 2
    assert compiled(node)(1, laid_out)
    assert not compiled(node, over=False)(1, laid_out)
