"""Matching templates against a sentence, all places at once.

A sentence of n words has n + 1 places between words. A set of places is one
integer with a bit for each. A template is a chain of small steps, and each step
turns the places where something may begin into the places where it may have
ended. There is no back-tracking: work grows with the length of the sentence
times the length of the template, whatever is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from scoring.template import Edge, Either, Gap, Node, Not, Phrases, Row, Set, Word

Places = int
Step = Callable[[Places, "Board"], Places]
Beginning = Callable[["Board"], Places]
NOWHERE: Mapping[int, Places] = {}


@dataclass(slots=True)
class Board:
    """One sentence, laid out for matching: where each word and each entry of each set stands."""

    size: int
    """How many words."""
    words: dict[str, Places]
    sets: dict[str, dict[int, Places]] = field(default_factory=dict)
    """For each set (`~feeling`, or phrases taken together), by number of words: where such entries begin."""
    starts: Places = 1
    """Where a clause begins."""
    ends: Places = 0
    """Where a clause ends."""
    first: Places = 0
    """The place where the whole response begins, if it does in this sentence."""
    last: Places = 0
    keys: set[str] = field(default_factory=set)
    """What patterns are found by; see `scoring.needs`."""
    present: frozenset[str] = frozenset()
    """The words of the sentence, each once."""
    turning: Places = 0
    """Where a word stands that turns what follows: `not`, `never`."""
    at: dict[Places, str] = field(default_factory=dict)
    """The word that stands at a place."""

    def __post_init__(self) -> None:
        self.present = frozenset(self.words)
        for word, places in self.words.items():
            rest = places
            while rest:
                self.at[rest & -rest] = word
                rest &= rest - 1

    @property
    def inside(self) -> Places:
        """All places of the sentence."""
        return (2 << self.size) - 1


def compiled(node: Node, *, over: bool = True) -> Step:
    """Turn a template into one step; `over` is that of `matcher`."""
    match node:
        case Word(word):
            return _word(word)
        case Set(name):
            return _set(f"~{name}")
        case Phrases(name):
            return _set(name)
        case Gap(most):
            return _gap(most) if over else _short_of_negations(most)
        case Edge(mark):
            return _edge(mark)
        case Not(inner):
            return _not(compiled(inner))
        case Either(nodes):
            return _choice(nodes, over=over)
        case Row(nodes):
            return _row(tuple(_steps(nodes, over=over)))


def _steps(nodes: tuple[Node, ...], *, over: bool) -> Iterator[Step]:
    """Yield the steps of a row; `[~filler] [~filler] [~filler]` is one step, three times at most."""
    for node, same in groupby(nodes):
        times = len(tuple(same))
        match node:
            case Either((Set(name), Row(()))):
                yield _optional_sets(f"~{name}", times)
            case _:
                yield from [compiled(node, over=over)] * times


def _choice(nodes: tuple[Node, ...], *, over: bool) -> Step:
    match nodes:
        case (Set(name), Row(())):
            return _optional_sets(f"~{name}", 1)
        case (inner, Row(())):
            return _optional(compiled(inner, over=over))
        case _:
            return _either(nodes, over=over)


@cache
def _word(word: str) -> Step:
    def step(places: Places, board: Board) -> Places:
        return (places & board.words.get(word, 0)) << 1

    return step


@cache
def _set(name: str) -> Step:
    def step(places: Places, board: Board) -> Places:
        ended = 0
        for length, stands in board.sets.get(name, NOWHERE).items():
            ended |= (places & stands) << length
        return ended

    return step


@cache
def _optional_sets(name: str, most: int) -> Step:
    """Up to so many entries of a set: `[~filler] [~filler]`. The commonest step of all."""

    def step(places: Places, board: Board) -> Places:
        lengths = board.sets.get(name)
        if not lengths:
            return places
        ended = places
        for _ in range(most):
            before = ended
            for length, stands in lengths.items():
                ended |= (before & stands) << length
            if ended == before:
                break
        return ended

    return step


def _optional(inner: Step) -> Step:
    def step(places: Places, board: Board) -> Places:
        return places | inner(places, board)

    return step


@cache
def _gap(most: int) -> Step:
    def step(places: Places, board: Board) -> Places:
        reach = places
        for _ in range(most):
            reach |= reach << 1
        return reach & board.inside

    def wide(places: Places, board: Board) -> Places:
        # Each doubling reaches twice as far: 1, 3, 7 words; what is left over is added by one last shift.
        reach, far = places, 0
        while 2 * far + 1 <= most:
            reach |= reach << (far + 1)
            far = 2 * far + 1
        return (reach | reach << (most - far)) & board.inside

    return wide if most > 2 else step


@cache
def _short_of_negations(most: int) -> Step:
    """A gap that ends where a word that turns what follows begins."""
    free = _gap(most)

    def step(places: Places, board: Board) -> Places:
        if not board.turning:
            return free(places, board)
        reach = places
        for _ in range(most):
            reach |= (reach & ~board.turning) << 1
        return reach & board.inside

    return step


@cache
def _edge(mark: str) -> Step:
    def step(places: Places, board: Board) -> Places:
        match mark:
            case "^":
                return places & board.starts
            case "$":
                return places & board.ends
            case "^^":
                return places & board.first
            case _:
                return places & board.last

    return step


def _not(inner: Step) -> Step:
    def step(places: Places, board: Board) -> Places:
        rest = places
        while rest:
            place = rest & -rest
            if inner(place, board):
                places &= ~place
            rest ^= place
        return places

    return step


def _either(nodes: tuple[Node, ...], *, over: bool) -> Step:
    """One of several: plain words, ways that go on from a word, and others."""
    words = frozenset(node.word for node in nodes if isinstance(node, Word))
    going_on: dict[str, list[Step]] = {}
    ways = [_one_of(words)] if words else []
    for node in nodes:
        match node:
            case Word():
                pass
            case Row((Word(word), *rest)):
                going_on.setdefault(word, []).append(_row(tuple(_steps(tuple(rest), over=over))))
            case _:
                ways.append(compiled(node, over=over))
    if going_on:
        ways.append(_going_on(going_on))
    return ways[0] if len(ways) == 1 else _any(tuple(ways))


def _any(ways: tuple[Step, ...]) -> Step:
    def step(places: Places, board: Board) -> Places:
        ended = 0
        for each in ways:
            ended |= each(places, board)
        return ended

    return step


@cache
def _one_of(words: frozenset[str]) -> Step:
    """One of several words. From one place, as most often, its word is looked up among them."""

    def step(places: Places, board: Board) -> Places:
        if places & (places - 1):
            ended = 0
            for word in words & board.present:
                ended |= places & board.words[word]
            return ended << 1
        return places << 1 if board.at.get(places) in words else 0

    return step


def _going_on(by_word: dict[str, list[Step]]) -> Step:
    """Ways that begin with a word, by that word: tried only where it stands."""
    firsts = frozenset(by_word)

    def step(places: Places, board: Board) -> Places:
        ended = 0
        if places & (places - 1):
            for word in firsts & board.present:
                after = (places & board.words[word]) << 1
                if after:
                    for rest in by_word[word]:
                        ended |= rest(after, board)
        else:
            for rest in by_word.get(board.at.get(places, ""), ()):
                ended |= rest(places << 1, board)
        return ended

    return step


def _row(steps: tuple[Step, ...]) -> Step:
    def step(places: Places, board: Board) -> Places:
        for each in steps:
            places = each(places, board)
            if not places:
                return 0
        return places

    return step


@dataclass(frozen=True, slots=True)
class Matcher:
    """A template, ready to match."""

    step: Step
    begins: Beginning
    """Where it may begin; it does nowhere else."""


def matcher(node: Node, *, over: bool = True) -> Matcher:
    """Make a template ready to match.

    Where not `over`, a gap does not run over a negation: `you ..5 best` does not stand in `you do not know
    best`.
    """
    return Matcher(compiled(node, over=over), beginning(node))


def beginning(node: Node) -> Beginning:
    """Return what tells where a template may begin: everywhere, unless it says so plainly."""
    match node:
        case Word(word):
            return lambda board: board.words.get(word, 0)
        case Set(name):
            return _beginning_of_set(f"~{name}")
        case Phrases(name):
            return _beginning_of_set(name)
        case Edge("^"):
            return lambda board: board.starts
        case Edge("^^"):
            return lambda board: board.first
        case Row((Not(), *nodes)):
            return beginning(Row(tuple(nodes)))
        case Row((first, *_)):
            return beginning(first)
        case Either(ways) if all(isinstance(way, Word) for way in ways):
            return _beginning_of_words(frozenset(way.word for way in ways if isinstance(way, Word)))
        case _:
            return lambda board: board.inside


def _beginning_of_set(name: str) -> Beginning:
    def begins(board: Board) -> Places:
        places = 0
        for stands in board.sets.get(name, NOWHERE).values():
            places |= stands
        return places

    return begins


def _beginning_of_words(words: frozenset[str]) -> Beginning:
    def begins(board: Board) -> Places:
        places = 0
        for word in words & board.present:
            places |= board.words[word]
        return places

    return begins


def matches(template: Matcher, board: Board) -> list[tuple[int, int]]:
    """Return where a template stands, as (first word, word after the last).

    Leftmost first, the shortest for each start, none overlapping.
    """
    found = []
    step = template.step
    left = template.begins(board) & (1 << board.size) - 1
    while left and (ends := step(left, board)):
        first, ends = _leftmost(step, left, ends, board)
        end = max((ends & -ends).bit_length() - 1, first + 1)
        found.append((first, end))
        left &= -1 << end
    return found


def _leftmost(step: Step, places: Places, ends: Places, board: Board) -> tuple[int, Places]:
    """The first of `places` from which a step gets anywhere, and where to; all of them get to `ends`.

    A step does for many places what it does for each, so that each half can be asked at once.
    """
    while places & (places - 1):
        low, high = (places & -places).bit_length(), places.bit_length()
        half = places & ((1 << (low + high) // 2) - 1)
        ended = step(half, board)
        if ended:
            places, ends = half, ended
        else:
            places ^= half
    return places.bit_length() - 1, ends
