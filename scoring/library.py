"""The pattern library, ready to match: patterns, word sets, and an index from words to patterns.

It is written as YAML in `words/` and `patterns/` and read by `scoring.authoring`, which refuses a library
in which a pattern misses its own model sentence. What it makes is plain data (`Parts`), kept by
`scoring.cache` so that a later start need not read and verify the YAML again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NotRequired, Required, TypedDict

from scoring.index import EVERY, Entries, Index
from scoring.match import Board, Matcher, Places, matcher
from scoring.phrases import bundled
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
    reaches: NotRequired[str]
    of: NotRequired[list[str]]


class PatternParts(TypedDict, total=False):
    """A pattern as plain data; the fields are those of `Pattern`. What is false or empty is left out."""

    family: Required[str]
    match: Required[str]
    weight: Required[float]
    turned: bool
    denied: bool
    negates: bool
    anywhere: bool
    mood: str
    after: str


class EntryParts(TypedDict):
    """Entries of word sets by the words that they begin with, each with the sets that have it."""

    words: dict[str, list[str]]
    """Entries of one word: for each the sets that have it."""
    phrases: dict[str, list[str]]
    """For each first two words of longer entries: the set, and how the entry goes on."""


class RoleParts(TypedDict):
    """The patterns that are looked for in one role, cues among them, and how they are found."""

    patterns: dict[str, PatternParts]
    rare: list[str]
    """Ways of saying a pattern that need something rare: its id, and after tabs what else each needs."""
    common: list[str]
    """Ways that do not: the id of the pattern."""
    found_by: dict[str, str]
    """For each first word of keys a line a key: it, and after a tab the numbers of the rare ways whose rarest
    need it meets; then all needs of common ways."""
    phrases: EntryParts
    """The phrases that its templates take together."""


class Parts(TypedDict):
    """A library as plain data, which JSON can hold."""

    forms: dict[str, list[str]]
    suffixes: dict[str, list[str]]
    vocabulary: list[str]
    sets: EntryParts
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
    reaches: str = ""
    """For cues of denial: which words they take, one of `scoring.denial.REACHES`."""
    of: frozenset[str] = frozenset()
    """For cues of denial: the labels that they take; empty: all."""


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
        """Take plain data, and templates where they were parsed already and their phrases taken together."""
        self._plain = plain_writing(parts)
        self._parsed = parsed or {}
        self._sets = parts["sets"]
        self._left_out = frozenset(parts["left_out"])
        self._roles = parts["roles"]
        self._matchers: dict[tuple[str, bool], Matcher] = {}
        speller = self.speller = Speller(parts["vocabulary"])
        self.writing = replace(
            self._plain, known=speller.knows, mend=speller.mend, mend_capital=speller.mend_capital
        )
        self.patterns: Mapping[str, Pattern] = Patterns(parts)
        self._ready: dict[str, tuple[Pattern, Matcher]] = {}
        self._found: dict[Role, tuple[Index, Entries]] = {}

    def matcher(self, template: str, *, over: bool = True) -> Matcher:
        """Return a template ready to match, parsed once; where not `over`, its gaps run over no negation."""
        made = self._matchers.get((template, over))
        if made is None:
            node = self._parsed.get(template) or self._parse(template)
            made = self._matchers[template, over] = matcher(node, over=over)
        return made

    def _parse(self, template: str) -> Node:
        return bundled(parse(template, lambda word: normal(word, self._plain)))

    def board(
        self, words: tuple[str, ...], role: Role, starts: Places, ends: Places, first: Places, last: Places
    ) -> Board:
        """Lay out the words of a sentence for matching, with the places where clauses start and end."""
        places: dict[str, Places] = {}
        sets: dict[str, dict[int, Places]] = {}
        keys = {EVERY, *(["^^"] if first else ()), *(["$$"] if last else ())}
        entries = self._of(role)[1]
        # For each place the words that can come next, where what a template leaves out is passed over.
        begun: list[set[str]] = [set() for _ in words] + [{"$"}]
        for place in range(len(words) - 1, -1, -1):
            here, word = 1 << place, words[place]
            places[word] = places.get(word, 0) | here
            begun[place].add(word)
            if ends & here:
                begun[place].add("$")
            for size, names in entries.at(words, place):
                for name in names:
                    lengths = sets.setdefault(name, {})
                    lengths[size] = lengths.get(size, 0) | here
                if not self._left_out.isdisjoint(names):
                    begun[place] |= begun[place + size]
            keys.update([f"{word} {each}" for each in begun[place + 1]])
            if starts & here:
                keys.update([f"^ {each}" for each in begun[place]])
        keys.update(places, sets)
        return Board(len(words), places, sets, starts, ends, first, last, keys)

    def candidates(self, board: Board, role: Role) -> list[tuple[Pattern, Matcher]]:
        """Return the patterns of a role that can match a board, each once, always in the same order."""
        ready = self._ready
        return [ready.get(name) or self._made_ready(name) for name in self._of(role)[0].found(board.keys)]

    def _made_ready(self, name: str) -> tuple[Pattern, Matcher]:
        pattern = self.patterns[name]
        self._ready[name] = pattern, self.matcher(pattern.match, over=pattern.denied)
        return self._ready[name]

    def _of(self, role: Role) -> tuple[Index, Entries]:
        """What a role is read with, made when it is first asked for."""
        found = self._found.get(role)
        if found is None:
            parts = self._roles[role]
            found = self._found[role] = Index(parts), Entries(self._sets, parts["phrases"])
        return found


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


def plain_writing(parts: Parts) -> Writing:
    """Return the writing of templates: short forms are read, nothing is mended."""
    forms = {written: tuple(words) for written, words in parts["forms"].items()}
    suffixes = {written: tuple(words) for written, words in parts["suffixes"].items()}
    return replace(just_as_typed(), forms=forms, suffixes=suffixes)


def _family(name: str, each: FamilyParts) -> Family:
    return Family(
        name,
        each["label"],
        each["role"],
        each["says"],
        tuple(each["sources"]),
        tuple(each["advice"]),
        each.get("reaches", ""),
        frozenset(each.get("of", ())),
    )


def _told(each: PatternParts) -> tuple[str, float, bool, bool, bool, bool, str, str]:
    return (
        each["match"],
        each["weight"],
        each.get("turned", False),
        each.get("denied", False),
        each.get("negates", False),
        each.get("anywhere", False),
        each.get("mood", ""),
        each.get("after", ""),
    )


@cache
def library() -> Library:
    """Return the library that ships with the program, loaded once."""
    from scoring.cache import parts

    return Library(parts())
