"""Matching templates against a sentence, all places at once.

A sentence of n words has n + 1 places between words. A set of places is one
integer with a bit for each. A template is a chain of small steps, and each step
turns the places where something may begin into the places where it may have
ended. There is no back-tracking: work grows with the length of the sentence
times the length of the template, whatever is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scoring.template import Edge, Either, Gap, Node, Not, Row, Set, Word

Places = int
Step = Callable[[Places, "Board"], Places]
NOWHERE: Mapping[int, Places] = {}


@dataclass(slots=True)
class Board:
    """One sentence, laid out for matching: where each word and each entry of each set stands."""

    size: int
    """How many words."""
    words: dict[str, Places]
    sets: dict[str, dict[int, Places]] = field(default_factory=dict)
    """For each set, by number of words: the places where an entry of that length begins."""
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
    """Turn a template into one step.

    Where not `over`, a gap does not run over a negation: `you ..5 best` does not stand in `you do not know
    best`.
    """
    match node:
        case Word(word):
            return _word(word)
        case Set(name):
            return _set(name)
        case Gap(most):
            return _gap(most) if over else _short_of_negations(most)
        case Edge(mark):
            return _edge(mark)
        case Not(inner):
            return _not(compiled(inner))
        case Either((Set(name), Row(()))):
            return _optional_set(name)
        case Either((inner, Row(()))):
            return _optional(compiled(inner, over=over))
        case Either(nodes):
            return _either(nodes, over=over)
        case Row(nodes):
            return _row(tuple(compiled(each, over=over) for each in nodes))


def _word(word: str) -> Step:
    def step(places: Places, board: Board) -> Places:
        return (places & board.words.get(word, 0)) << 1

    return step


def _set(name: str) -> Step:
    def step(places: Places, board: Board) -> Places:
        ended = 0
        for length, stands in board.sets.get(name, NOWHERE).items():
            ended |= (places & stands) << length
        return ended

    return step


def _optional_set(name: str) -> Step:
    """The commonest step of all, `[~very]`, and so one of its own."""

    def step(places: Places, board: Board) -> Places:
        lengths = board.sets.get(name)
        if lengths:
            ended = places
            for length, stands in lengths.items():
                ended |= (places & stands) << length
            return ended
        return places

    return step


def _optional(inner: Step) -> Step:
    def step(places: Places, board: Board) -> Places:
        return places | inner(places, board)

    return step


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
    """One of several. Ways that begin with a word are tried only where that word stands.

    From one place, as most often, its word is looked up among the ways; from several, the words of the ways
    are looked up in the sentence.
    """
    by_word, others = _sorted_out(nodes, over=over)
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
        for each in others:
            ended |= each(places, board)
        return ended

    return step


def _sorted_out(nodes: tuple[Node, ...], *, over: bool) -> tuple[dict[str, list[Step]], list[Step]]:
    """Return what follows the first word of each way that begins with one, and the other ways."""
    by_word: dict[str, list[Step]] = {}
    others = []
    for node in nodes:
        match node:
            case Word(word):
                by_word.setdefault(word, []).append(_here)
            case Row((Word(word), *rest)):
                by_word.setdefault(word, []).append(_row(tuple(compiled(each, over=over) for each in rest)))
            case _:
                others.append(compiled(node, over=over))
    return by_word, others


def _here(places: Places, board: Board) -> Places:
    del board
    return places


def _row(steps: tuple[Step, ...]) -> Step:
    def step(places: Places, board: Board) -> Places:
        for each in steps:
            places = each(places, board)
            if not places:
                return 0
        return places

    return step


def matches(step: Step, board: Board) -> list[tuple[int, int]]:
    """Return where a template stands, as (first word, word after the last).

    Leftmost first, the shortest for each start, none overlapping.
    """
    found = []
    left = (1 << board.size) - 1
    while left and step(left, board):
        first = _first(step, left, board)
        ended = step(1 << first, board)
        end = max((ended & -ended).bit_length() - 1, first + 1)
        found.append((first, end))
        left &= -1 << end
    return found


def _first(step: Step, places: Places, board: Board) -> int:
    """The first of `places` from which a step gets anywhere, where it does from one of them.

    A step does for many places what it does for each, so that each half can be asked at once.
    """
    low, high = (places & -places).bit_length() - 1, places.bit_length()
    while high - low > 1:
        middle = (low + high) // 2
        if step(places & ((1 << middle) - 1), board):
            high = middle
        else:
            low = middle
    return low
