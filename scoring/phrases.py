"""Plain phrases in templates are found by looking them up, all at once.

`(fed up with this|had my fill of it|not for me)` is a word set without a name. Where a template chooses among
so many plain phrases, they are taken together as one `Phrases`, which is filed and looked up like a word set:
it costs a sentence nothing that holds none of them, however many a library has.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from scoring.template import Either, Node, Not, Phrases, Row, Word, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FEWEST = 3
"""Phrases in one choice that are worth taking together."""
MOST_SPELLED = 24
"""Rows of words that one way of a choice may stand for: `(is|was) [so] nice` stands for four."""

COMMON = frozenset(
    "i you me my your it is am are was were be been being the a an to of in on at for with and or but so "
    "that this not do did does have has had will would can could may might just really like we us our what "
    "how if about as no yes all up out get got there here when".split()
)
"""Words that nearly every response has."""

Rows = list[tuple[str, ...]]


def bundled(node: Node) -> Node:
    """Return a template that means the same, with plain phrases in each choice taken together."""
    match node:
        case Either(nodes):
            return _bundled_choice(nodes)
        case Row(nodes):
            return Row(tuple(bundled(each) for each in nodes))
        case Not(inner):
            return Not(bundled(inner))
        case _:
            return node


def _bundled_choice(nodes: tuple[Node, ...]) -> Node:
    plain = [(each, _spelled(each)) for each in nodes]
    phrases = {row for _, rows in plain for row in rows or () if _tells(row)}
    if len(phrases) < FEWEST:
        return Either(tuple(bundled(each) for each in nodes))
    ways: dict[Node, None] = {_taken_together(phrases): None}
    for each, rows in plain:
        if rows is None:
            ways[bundled(each)] = None
        else:
            ways.update(dict.fromkeys(_row(row) for row in rows if row not in phrases))
    return next(iter(ways)) if len(ways) == 1 else Either(tuple(ways))


def _tells(row: tuple[str, ...]) -> bool:
    """Whether words are a phrase worth looking up; `it is` stands in too many sentences."""
    return len(row) > 2 or (len(row) == 2 and not COMMON.issuperset(row))


def _row(words: tuple[str, ...]) -> Node:
    return Word(*words) if len(words) == 1 else Row(tuple(map(Word, words)))


def _taken_together(rows: Iterable[tuple[str, ...]]) -> Phrases:
    """Name phrases after what they are, so that the same ones have the same name wherever they stand."""
    entries = tuple(sorted(rows))
    told = blake2b("|".join(map(" ".join, entries)).encode(), digest_size=5)
    return Phrases(f"={told.hexdigest()}", entries)


def phrases_in(node: Node) -> Iterator[Phrases]:
    """Yield what was taken together in a template."""
    return (leaf for leaf in leaves(node) if isinstance(leaf, Phrases))


def _spelled(node: Node) -> Rows | None:
    """The rows of plain words that a part stands for; None where it is more than that, or they are many."""
    match node:
        case Word(word):
            rows: Rows | None = [(word,)]
        case Either(nodes):
            rows = _one_of(nodes)
        case Row(nodes):
            rows = _one_after_the_other(nodes)
        case _:
            rows = None
    return None if rows is None or len(rows) > MOST_SPELLED else rows


def _one_of(nodes: tuple[Node, ...]) -> Rows | None:
    found: Rows = []
    for each in nodes:
        rows = _spelled(each)
        if rows is None:
            return None
        found += rows
    return found


def _one_after_the_other(nodes: tuple[Node, ...]) -> Rows | None:
    found: Rows = [()]
    for each in nodes:
        rows = _spelled(each)
        if rows is None or len(found) > MOST_SPELLED:
            return None
        found = [(*row, *rest) for row in found for rest in rows]
    return found
