"""The pattern library, ready to match: patterns, word sets, and an index from words to patterns.

It is written as YAML in `words/` and `patterns/` and read by `scoring.authoring`, which refuses a library
in which a pattern misses its own model sentence. What it makes is plain data (`Parts`), kept by
`scoring.cache` so that a later start need not read and verify the YAML again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import or_
from re import finditer
from typing import TYPE_CHECKING, TypedDict

from scoring.match import Board, Places, Step, compiled
from scoring.needs import EVERY
from scoring.spelling import Speller
from scoring.template import Node, parse
from scoring.text import Writing, normal
from scoring.text import plain_writing as just_as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.verdict import Role

ROLES: tuple[Role, ...] = ("client", "therapist")


class FamilyParts(TypedDict):
    """A family as plain data; the fields are those of `Family`."""

    label: str
    role: Role | None
    says: str
    sources: list[str]
    advice: list[str]


class PatternParts(TypedDict):
    """A pattern as plain data; the fields are those of `Pattern`."""

    family: str
    match: str
    weight: float
    turned: bool
    denied: bool
    negates: bool
    anywhere: bool
    mood: str
    after: str


class RoleParts(TypedDict):
    """The patterns that are looked for in one role, cues among them, and how they are found."""

    patterns: dict[str, PatternParts]
    ways: list[str]
    """Each way of saying a pattern, by number: the id of the pattern."""
    found_by: dict[str, str]
    """For each key the needs that it meets, by number: four of each way."""


class Parts(TypedDict):
    """A library as plain data, which JSON can hold."""

    forms: dict[str, list[str]]
    suffixes: dict[str, list[str]]
    vocabulary: list[str]
    members: dict[str, list[str]]
    """For each word: the sets that have it as an entry of one word."""
    phrases: dict[str, dict[str, list[str]]]
    """For each first two words: the entries that begin so, with the sets that have them."""
    left_out: list[str]
    """The word sets that templates leave out at will."""
    families: dict[str, FamilyParts]
    roles: dict[Role, RoleParts]


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns that mean the same thing."""

    id: str
    label: str
    """The label of the codebook that it gives evidence for, or a cue of our own such as `crisis`."""
    role: Role | None
    """None for cues that hold in both roles."""
    says: str
    """What it means, in plain words: `asks for something specific`."""
    sources: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One template that gives evidence for one label."""

    id: str
    family: Family
    match: str
    """The template, as its author wrote it."""
    weight: float
    """How telling its author thinks it is, 0 to 1."""
    turned: bool
    """It holds inside a negation too."""
    denied: bool
    """It holds even where all of it is denied."""
    negates: bool
    """It can say a negation itself; where it does, that negation does not turn it."""
    anywhere: bool
    """It holds in reported speech and under an `if` too."""
    mood: str
    """`asks`: only in sentences that end with a question mark; `tells`: only in others; empty: in both."""
    after: str
    """Where given, a template that has to stand in what the partner has just said."""


class Library:
    """All that the scorer knows. What it knows of a role or a pattern is made when it is first asked for."""

    def __init__(self, parts: Parts, parsed: Mapping[str, Node] | None = None) -> None:
        """Take plain data, and templates where they were parsed already."""
        self._plain = plain_writing(parts)
        self._parsed = parsed or {}
        self._members = parts["members"]
        self._phrases = parts["phrases"]
        self._left_out = frozenset(parts["left_out"])
        self._roles = parts["roles"]
        self._steps: dict[tuple[str, bool], Step] = {}
        speller = self.speller = Speller(parts["vocabulary"])
        self.writing = replace(
            self._plain, known=speller.knows, mend=speller.mend, mend_capital=speller.mend_capital
        )
        self.patterns: Mapping[str, Pattern] = Patterns(parts)
        self._found: dict[Role, Index] = {}

    def step(self, template: str, *, over: bool = True) -> Step:
        """Return the step of a template, parsed once; where not `over`, its gaps run over no negation."""
        step = self._steps.get((template, over))
        if step is None:
            node = self._parsed.get(template) or parse(template, lambda word: normal(word, self._plain))
            step = self._steps[template, over] = compiled(node, over=over)
        return step

    def board(
        self, words: tuple[str, ...], starts: Places, ends: Places, first: Places, last: Places
    ) -> Board:
        """Lay out the words of a sentence for matching, with the places where clauses start and end."""
        places: dict[str, Places] = {}
        sets: dict[str, dict[int, Places]] = {}
        keys = {EVERY, *(["^^"] if first else ()), *(["$$"] if last else ())}
        before = "^"
        for place, word in enumerate(words):
            here = 1 << place
            places[word] = places.get(word, 0) | here
            begun = [word]
            for size, names in self._entries_at(words, place):
                for name in names:
                    lengths = sets.setdefault(name, {})
                    lengths[size] = lengths.get(size, 0) | here
                if not self._left_out.isdisjoint(names):
                    begun.append("~")
            keys.update([f"{before} {each}" for each in begun])
            if starts & here:
                keys.update([f"^ {each}" for each in begun])
            if ends & here << 1:
                keys.add(f"{word} $")
            before = word
        keys.update(places, [f"~{name}" for name in sets])
        return Board(len(words), places, sets, starts, ends, first, last, keys)

    def _entries_at(self, words: tuple[str, ...], place: int) -> Iterator[tuple[int, list[str]]]:
        """Yield how long the entries are that begin at a word, and the sets that have them."""
        names = self._members.get(words[place])
        if names:
            yield 1, names
        pair = " ".join(words[place : place + 2])
        if pair in self._phrases:
            for phrase, names in self._phrases[pair].items():
                size = phrase.count(" ") + 1
                if " ".join(words[place : place + size]) == phrase:
                    yield size, names

    def candidates(self, board: Board, role: Role) -> list[Pattern]:
        """Return the patterns of a role that can match a board, each once, always in the same order."""
        index = self._found.get(role)
        if index is None:
            index = self._found[role] = Index(self._roles[role])
        return [self.patterns[name] for name in index.found(board.keys)]


class Patterns(Mapping[str, Pattern]):
    """The patterns of both roles by their ids, each made when it is first asked for."""

    def __init__(self, parts: Parts) -> None:
        self._roles = parts["roles"]
        self._families = {name: _family(name, each) for name, each in parts["families"].items()}
        self._made: dict[str, Pattern] = {}

    def __getitem__(self, name: str) -> Pattern:
        pattern = self._made.get(name)
        if pattern is None:
            each = self._roles["therapist" if name.startswith("therapist.") else "client"]["patterns"][name]
            pattern = self._made[name] = Pattern(name, self._families[each["family"]], *_told(each))
        return pattern

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for role in ROLES for name in self._roles[role]["patterns"]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Index:
    """Which patterns of a role a sentence has all the telling keys for; `scoring.needs` says what a need is.

    A set of needs is one integer with a bit for each. The four bits of a way are one hexadecimal digit, which
    is `f` where they are all met.
    """

    def __init__(self, role: RoleParts) -> None:
        self._ways = role["ways"]
        self._found_by = role["found_by"]
        self._met: dict[str, int] = {}

    def found(self, present: set[str]) -> list[str]:
        """Return the ids of the patterns whose needs are all met, sorted."""
        met = reduce(or_, map(self._met_by, self._found_by.keys() & present), 0)
        digits = f"{met:x}"[::-1]
        return sorted({self._ways[way.start()] for way in finditer("f", digits)})

    def _met_by(self, key: str) -> int:
        """Return the needs that a key meets, read once."""
        met = self._met.get(key)
        if met is None:
            met = self._met[key] = sum(1 << int(need) for need in self._found_by[key].split())
        return met


def plain_writing(parts: Parts) -> Writing:
    """Return the writing of templates: short forms are read, nothing is mended."""
    forms = {written: tuple(words) for written, words in parts["forms"].items()}
    suffixes = {written: tuple(words) for written, words in parts["suffixes"].items()}
    return replace(just_as_typed(), forms=forms, suffixes=suffixes)


def _family(name: str, each: FamilyParts) -> Family:
    return Family(
        name, each["label"], each["role"], each["says"], tuple(each["sources"]), tuple(each["advice"])
    )


def _told(each: PatternParts) -> tuple[str, float, bool, bool, bool, bool, str, str]:
    return (
        each["match"],
        each["weight"],
        each["turned"],
        each["denied"],
        each["negates"],
        each["anywhere"],
        each["mood"],
        each["after"],
    )


@cache
def library() -> Library:
    """Return the library that ships with the program, loaded once."""
    from scoring.cache import parts

    return Library(parts())
