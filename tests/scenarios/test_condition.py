from __future__ import annotations

import contextlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios.condition import World, holds
from scenarios.condition_parser import parse
from scenarios.condition_tree import And, Compare, Flag, Not, Or, Seen, Tree, leaves, tree_holds
from scenarios.faults import ConditionError
from scenarios.lines import pick, pick_way
from scenarios.model import Line, Way

WORLD = World(
    alliance=2,
    flags=frozenset({"swallowed", "late-again"}),
    profile={"honesty": 0.3},
    seen=frozenset({"told", "told.name-it", "2"}),
)


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("", True),
        ("  ", True),
        ("alliance >= 2", True),
        ("alliance>2", False),
        ("alliance == 2", True),
        ("alliance != 2", False),
        ("alliance <= 2 and alliance < 3", True),
        ("alliance > -1", True),
        ("swallowed", True),
        ("late-again", True),
        ("unknown", False),
        ("not swallowed", False),
        ("not not swallowed", True),
        ("honesty < 0.4", True),
        ("honesty >= .4", None),
        ("respect == 0.5", True),
        ("seen told", True),
        ("seen 2", True),
        ("seen opened", False),
        ("chose told.name-it", True),
        ("chose told.other", False),
        ("unknown and swallowed or swallowed", True),
        ("unknown and (swallowed or swallowed)", False),
        ("not unknown and swallowed", True),
        ("not (unknown and swallowed)", True),
        ("(((swallowed)))", True),
    ],
)
def test_a_condition_holds_or_not(condition: str, wanted: bool | None) -> None:
    if wanted is None:
        with pytest.raises(ConditionError):
            holds(condition, WORLD)
    else:
        assert holds(condition, WORLD) is wanted


@pytest.mark.parametrize(
    ("condition", "column", "said"),
    [
        ("alliance", 8, "needs a comparison before the end"),
        ("alliance = 2", 9, 'needs a comparison before "="'),
        ("alliance >= two", 12, 'a number must stand before "two"'),
        ("alliance > 9", 11, "`alliance` is never 9"),
        ("honesty > 1.5", 10, "`honesty` is never 1.5"),
        ("trust > 2", 0, '"trust" is no number'),
        ("a b", 2, '`and` or `or` is missing before "b"'),
        ("a AND b", 2, '`and` or `or` is missing before "AND"'),
        ("NOT a", 0, '"NOT" is no flag'),
        ("a or", 4, "must stand before the end"),
        ("and", 0, 'must stand before "and"'),
        ("(a", 2, "a closing bracket is missing before the end"),
        ("a)", 1, "`and` or `or` is missing before"),
        ("seen", 4, "a name must stand here, not the end"),
        ("seen told.ask", 5, 'a name must stand here, not "told.ask"'),
        ("chose told", 6, 'a name must stand here, not "told"'),
        ("told.ask", 0, '"told.ask" is no flag'),
        ("(" * 50, 20, "nested too deep"),
        ("not " * 70 + "a", 80, "nested too deep"),
        ("a or " * 100 + "a", 0, "longer than 300 characters"),
        ("__import__('os')", 0, "is no flag"),
    ],
)
def test_what_is_no_condition_is_told_with_its_column(condition: str, column: int, said: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(condition)
    assert said in caught.value.message
    assert caught.value.column == column
    assert caught.value.mend


NAMES = st.from_regex(r"[a-z]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True).filter(
    lambda name: name not in {"and", "or", "not", "seen", "chose"}
)
LEAVES = st.one_of(
    NAMES.map(Flag),
    NAMES.map(Seen),
    st.builds("{}.{}".format, NAMES, NAMES).map(Seen),
    st.builds(
        Compare, st.just("alliance"), st.sampled_from([">=", "<", "=="]), st.integers(-5, 5).map(float)
    ),
    st.builds(
        Compare, st.just("empathy"), st.sampled_from(["<=", ">", "!="]), st.sampled_from([0.0, 0.25, 1.0])
    ),
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=6,
)
WORLDS = st.builds(
    World,
    st.integers(-5, 5),
    st.frozensets(NAMES, max_size=4),
    st.dictionaries(st.just("empathy"), st.floats(0, 1)),
    st.frozensets(NAMES, max_size=4),
)


def written(tree: Tree) -> str:
    """Write a tree as an author would, with brackets round every part."""
    match tree:
        case Flag(name):
            return name
        case Seen(name):
            return f"chose {name}" if "." in name else f"seen {name}"
        case Compare(what, sign, number):
            return f"{what} {sign} {number:g}"
        case Not(part):
            return f"not ({written(part)})"
        case And(parts):
            return " and ".join(f"({written(part)})" for part in parts)
        case Or(parts):
            return " or ".join(f"({written(part)})" for part in parts)


@given(TREES, WORLDS)
def test_what_is_written_is_read_again(tree: Tree, world: World) -> None:
    text = written(tree)
    assume(len(text) <= 300 and text.count("(") <= 18)
    again = parse(text)
    assert tree_holds(again, world) is tree_holds(tree, world)
    assert [written(leaf) for leaf in leaves(again)] == [written(leaf) for leaf in leaves(tree)]


@given(st.text(max_size=60))
def test_any_text_is_a_condition_or_a_fault(text: str) -> None:
    with contextlib.suppress(ConditionError):
        assert [leaf.column for leaf in leaves(parse(text))]


def test_the_first_line_that_holds_is_taken() -> None:
    lines = (Line("Cold.", "alliance < 0"), Line("You again.", "seen told"), Line("Hello."))
    assert pick(lines, WORLD) == "You again."
    assert pick(lines, World(alliance=-1)) == "Cold."
    assert pick(lines, World()) == "Hello."
    assert pick(lines[:2], World()) == ""
    assert pick((), WORLD) == ""


def test_the_first_way_that_holds_is_taken_and_the_last_where_none_does() -> None:
    ways = (Way("a", "alliance > 4"), Way("b", "seen opened"))
    assert pick_way(ways, World(alliance=5)) == "a"
    assert pick_way(ways, WORLD) == "b"
