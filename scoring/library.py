"""The pattern library, ready to match: patterns, word sets, and an index from words to patterns.

It is written as YAML in `words/` and `patterns/` and read by `scoring.authoring`, which refuses a library
in which a pattern misses its own model sentence. What it makes is plain data (`Parts`), kept by
`scoring.cache` so that a later start need not read and verify the YAML again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypedDict

from scoring.match import Board, Step, compiled
from scoring.spelling import Speller
from scoring.template import parse
from scoring.text import Writing, normal
from scoring.text import plain_writing as just_as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.verdict import Role


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


class Parts(TypedDict):
    """A library as plain data, which JSON can hold."""

    forms: dict[str, list[str]]
    suffixes: dict[str, list[str]]
    vocabulary: list[str]
    members: dict[str, list[str]]
    """For each word: the sets that have it as an entry of one word."""
    phrases: dict[str, list[tuple[list[str], list[str]]]]
    """For each first word: the entries of several words, with the sets that have them."""
    families: dict[str, FamilyParts]
    patterns: dict[str, PatternParts]
    needs: dict[str, list[list[str]]]
    """For each pattern what it can't do without, the rarest first: one word, pair or `~set` of each list."""
    always: list[str]
    """Patterns that need no word at all."""


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


Entry = tuple[str, ...]


class Library:
    """All that the scorer knows. Templates are parsed when they are first tried."""

    def __init__(self, parts: Parts) -> None:
        self._plain = plain_writing(parts)
        self._members = parts["members"]
        self._phrases: dict[tuple[str, ...], list[tuple[Entry, list[str]]]] = defaultdict(list)
        for entries in parts["phrases"].values():
            for words, names in entries:
                self._phrases[tuple(words[:2])].append((tuple(words), names))
        self._steps: dict[tuple[str, bool], Step] = {}
        speller = self.speller = Speller(parts["vocabulary"])
        self.writing = replace(
            self._plain, known=speller.knows, mend=speller.mend, mend_capital=speller.mend_capital
        )
        families = {name: _family(name, each) for name, each in parts["families"].items()}
        self.patterns = {
            name: Pattern(name, families[each["family"]], *_told(each))
            for name, each in parts["patterns"].items()
        }
        self._index = {role: Index(parts, self.patterns, role) for role in ("client", "therapist")}

    def step(self, template: str, *, over: bool = True) -> Step:
        """Return the step of a template, parsed once; where not `over`, its gaps run over no negation."""
        step = self._steps.get((template, over))
        if step is None:
            step = compiled(parse(template, lambda word: normal(word, self._plain)), over=over)
            self._steps[template, over] = step
        return step

    def board(self, words: tuple[str, ...]) -> Board:
        """Lay out the words of a sentence for matching."""
        places: dict[str, int] = defaultdict(int)
        sets: dict[str, dict[int, int]] = {}
        for place, word in enumerate(words):
            places[word] |= 1 << place
            for name in self._members.get(word, ()):
                lengths = sets.setdefault(name, {})
                lengths[1] = lengths.get(1, 0) | 1 << place
            for phrase, names in self._phrases.get(words[place : place + 2], ()):
                size = len(phrase)
                if words[place : place + size] == phrase:
                    for name in names:
                        lengths = sets.setdefault(name, {})
                        lengths[size] = lengths.get(size, 0) | 1 << place
        board = Board(len(words), dict(places), sets)
        board.keys = [*places, *map(" ".join, pairwise(words)), *(f"~{name}" for name in sets)]
        return board

    def candidates(self, board: Board, role: Role) -> list[Pattern]:
        """Return the patterns of a role that can match a board, each once, always in the same order."""
        return [self.patterns[name] for name in sorted(self._index[role].found(board.keys))]


class Index:
    """Which patterns of a role a sentence has all the telling words for; `scoring.needs` says what a need is.

    Each pattern is filed under its two rarest needs; a sentence meets needs by its keys, and looks at what is
    filed where it meets both.
    """

    def __init__(self, parts: Parts, patterns: Mapping[str, Pattern], role: str) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        self._met: dict[str, set[int]] = defaultdict(set)
        self._filed: dict[int, dict[int, list[tuple[str, frozenset[int]]]]] = {}
        self._always = [name for name in parts["always"] if patterns[name].family.role in {role, None}]
        for name, pattern in patterns.items():
            needs = parts["needs"].get(name)
            if not needs or pattern.family.role not in {role, None}:
                continue
            mine = [numbers.setdefault(tuple(need), len(numbers)) for need in needs]
            filed = self._filed.setdefault(mine[0], {}).setdefault(mine[:2][-1], [])
            filed.append((name, frozenset(mine[2:])))
        for need, number in numbers.items():
            for key in need:
                self._met[key].add(number)

    def found(self, present: Iterable[str]) -> list[str]:
        """Return the ids of the patterns whose needs are all met."""
        met = set().union(*(self._met[key] for key in present if key in self._met))
        found = [
            name
            for rarest in self._filed.keys() & met
            for second in self._filed[rarest].keys() & met
            for name, others in self._filed[rarest][second]
            if others <= met
        ]
        return found + self._always


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
