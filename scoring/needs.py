"""What a sentence has to have for a template to match: how patterns are found without trying each.

A need is a set of keys of which a sentence has to have one. A key is a word, two words side by side (`my
fault`), or a word set (`~feeling`). The rarer its keys are in what people say, the more a need tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from math import prod

from scoring.spelling import frequent
from scoring.template import Edge, Either, Node, Not, Row, Set, Word

Need = frozenset[str]
Share = Callable[[str], float]
"""About how many of all sentences have a key, 0 to 1."""

COMMON = frozenset(
    "i you me my your it is am are was were be been being the a an to of in on at for with and or but so "
    "that this not do did does have has had will would can could may might just really like we us our what "
    "how if about as no yes all up out get got there here when".split()
)
"""Words that nearly every response has: no use to find a pattern by."""
COMMON_SHARE, SHORT_SHARE, RARE_SHARE = 0.3, 0.03, 0.003
MOST_PAIRS = 80
"""Pairs of words that one need may list."""
MOST_KEPT = 6
"""Needs of a pattern that are looked at before it is tried."""
NO_USE = 0.9
"""A need that so many sentences meet is not looked at where there is a better one."""


def kept_needs(node: Node, share: Share) -> list[Need]:
    """Return the needs that are worth looking at, the rarest first; empty where nothing is needed."""
    ranked = _ranked(needs(node, share), share)
    useful = [need for need in ranked if _met(need, share) < NO_USE]
    return (useful or ranked)[:MOST_KEPT]


def needs(node: Node, share: Share) -> set[Need]:
    """Return what a sentence has to have for `node` to match: one key of each need."""
    match node:
        case Word(word):
            return {frozenset((word,))}
        case Set(name):
            return {frozenset((f"~{name}",))}
        case Either(nodes):
            ways = [_ranked(needs(each, share), share) for each in nodes]
            return {frozenset().union(*(way[0] for way in ways))} if all(ways) else set()
        case Row(nodes):
            found = {need for each in nodes for need in needs(each, share)}
            return found.union(_pairs(nodes))
        case _:
            return set()


def _ranked(found: set[Need], share: Share) -> list[Need]:
    return sorted(found, key=lambda need: (_met(need, share), sorted(need)))


def _met(need: Need, share: Share) -> float:
    """About how many of all sentences meet a need."""
    return 1.0 - prod(1.0 - share(key) for key in need)


def _pairs(nodes: Iterable[Node]) -> Iterator[Need]:
    """For two parts of a row that stand side by side: the pairs of words that can meet there."""
    said = [each for each in nodes if not isinstance(each, Edge | Not)]
    for left, right in pairwise(said):
        lasts, firsts = _edge_words(left, -1), _edge_words(right, 0)
        if lasts and firsts and len(lasts) * len(firsts) <= MOST_PAIRS:
            yield frozenset(f"{one} {other}" for one in lasts for other in firsts)


def _edge_words(node: Node, place: int) -> frozenset[str]:
    """The words that a part can begin (0) or end (-1) with; empty where that can be anything."""
    match node:
        case Word(word):
            return frozenset((word,))
        case Either(nodes):
            ways = [_edge_words(each, place) for each in nodes]
            return frozenset().union(*ways) if all(ways) else frozenset()
        case Row(nodes):
            said = [each for each in nodes if not isinstance(each, Edge | Not)]
            return _edge_words(said[place], place) if said else frozenset()
        case _:
            return frozenset()


def shares(sets: Mapping[str, Iterable[tuple[str, ...]]]) -> Share:
    """Return what tells about how many sentences have a word, a pair or an entry of one of `sets`."""
    of_sets = {
        f"~{name}": 1.0 - prod(1.0 - share_of_words(*entry[:2]) for entry in entries)
        for name, entries in sets.items()
    }

    def share(key: str) -> float:
        return of_sets[key] if key in of_sets else share_of_words(*key.split())

    return share


def share_of_words(*words: str) -> float:
    """Return about how many sentences have these words side by side."""
    share = 1.0
    for word in words:
        place = frequent().get(word)
        if word in COMMON:
            share *= COMMON_SHARE
        elif place is not None:
            share *= max(RARE_SHARE, 2 / (10 + place))
        else:
            share *= SHORT_SHARE if len(word) < 4 else RARE_SHARE
    return share
