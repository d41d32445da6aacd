"""Finding patterns by what they need: nothing that matches is missed, and phrases mean what they meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scoring.index import EVERY, Filing, file_entries, file_phrases
from scoring.library import EntryParts, FamilyParts, Library, Parts, PatternParts, RoleParts
from scoring.match import matcher, matches
from scoring.needs import Sample, left_out
from scoring.phrases import bundled, phrases_in
from scoring.template import Edge, Either, Gap, Node, Not, Row, Set, Word, parse

LETTERS = ("a", "b", "c", "d")
ENTRIES = {"~s": (("b",), ("c", "a")), "~t": (("d",), ("a", "b", "c"))}
texts = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=7).map(tuple)
phrases = st.lists(
    st.lists(st.sampled_from(LETTERS), min_size=1, max_size=4).map(lambda row: Row(tuple(map(Word, row)))),
    min_size=1,
    max_size=5,
).map(lambda rows: Either(tuple(rows)))
sets = st.sampled_from(["s", "t"]).map(Set)
nodes = st.recursive(
    st.one_of(
        st.sampled_from(LETTERS).map(Word),
        sets,
        sets.map(lambda each: Either((each, Row(())))),
        phrases,
        st.integers(0, 3).map(Gap),
        st.sampled_from(["^", "$", "^^", "$$"]).map(Edge),
        st.sampled_from(LETTERS).map(lambda letter: Not(Word(letter))),
        st.sampled_from(LETTERS).map(lambda letter: Not(Not(Word(letter)))),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda each: Either(tuple(each))),
        st.lists(inner, min_size=1, max_size=4).map(lambda each: Row(tuple(each))),
    ),
    max_leaves=10,
)


def library_of(*templates: Node) -> Library:
    """A library of patterns `0`, `1` ... and no more, found by needs as the real one is."""
    kept = RoleParts(patterns={}, rare=[], common=[], found_by={}, phrases=EntryParts(words={}, phrases={}))
    parts = Parts(
        forms={},
        suffixes={},
        vocabulary=[],
        sets=EntryParts(words={}, phrases={}),
        left_out=sorted({name for node in templates for name in left_out(node)}),
        families={"f": FamilyParts(label="f", role="client", says="", sources=[], advice=[])},
        roles={"client": kept, "therapist": kept},
    )
    for name, entries in ENTRIES.items():
        file_entries(name, entries, parts["sets"])
    taken = [bundled(node) for node in templates]
    file_phrases(taken, kept["phrases"])
    filing = Filing(kept, Sample([{EVERY, "a", "b", "a b"}, {EVERY, "a"}, {EVERY, "c", "^ c"}]))
    for number, node in enumerate(taken):
        kept["patterns"][str(number)] = PatternParts(family="f", match=str(number), weight=1.0)
        filing.file(str(number), node)
    filing.close()
    return Library(parts, {str(number): node for number, node in enumerate(taken)})


def plain(words: tuple[str, ...]) -> Node:
    return Row(tuple(map(Word, words)))


def spelled_out(node: Node) -> Node:
    """A template with each set written out as a choice of its entries."""
    match node:
        case Set(name):
            return Either(tuple(map(plain, ENTRIES[f"~{name}"])))
        case Either(inner):
            return Either(tuple(map(spelled_out, inner)))
        case Row(inner):
            return Row(tuple(map(spelled_out, inner)))
        case Not(inner):
            return Not(spelled_out(inner))
        case _:
            return node


@given(node=nodes, text=texts, cut=st.integers(0, 7))
def test_what_matches_is_found_and_phrases_mean_what_they_meant(
    node: Node, text: tuple[str, ...], cut: int
) -> None:
    known = library_of(node)
    inside = 1 << min(cut, len(text) - 1)
    board = known.board(text, "client", 1 | inside, inside | 1 << len(text), 1, 1 << len(text))
    found = matches(matcher(bundled(node)), board)
    assert found == matches(matcher(spelled_out(node)), board)
    if found:
        assert [pattern.id for pattern, _ in known.candidates(board, "client")] == ["0"]


def test_a_choice_of_phrases_is_taken_together_and_named_after_what_it_is() -> None:
    node = bundled(parse("(fed up with|sick of|had (my|our) fill of|no) [so] this", lambda word: (word,)))
    (taken,) = phrases_in(node)
    told = [" ".join(entry) for entry in taken.entries]
    assert told == ["fed up with", "had my fill of", "had our fill of", "sick of"]
    again = bundled(parse("it (sick of|had (our|my) fill of|fed up with)", lambda word: (word,)))
    assert next(phrases_in(again)) == taken


def test_phrases_that_every_other_sentence_holds_stay_where_they_are() -> None:
    node = parse("(it is|i am|you are|do not) fine", lambda word: (word,))
    assert bundled(node) == node


def test_a_sentence_looks_only_at_patterns_whose_needs_it_meets() -> None:
    known = library_of(plain(("a", "b")), plain(("b", "a")), Either((plain(("c", "d", "a")), Word("d"))))
    board = known.board(("a", "b", "c"), "client", 1, 1 << 3, 1, 1 << 3)
    assert [pattern.id for pattern, _ in known.candidates(board, "client")] == ["0"]
