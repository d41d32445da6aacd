"""What a sentence has to have for a template to match: how patterns are found without trying each.

A need is a set of keys of which a sentence has to have one. A key is a word, a word set (`~feeling`), the
start or the end of the response (`^^`, `$$`), or two that stand side by side: `my fault`, `^ well` at the
start of a clause, `enough $` at its end, and `so ~` before an entry of a set that can be left out. The rarer
its keys are in what people say, the more a need tells. `Library.board` lays out the keys of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from scoring.spelling import frequent
from scoring.template import EMPTY, Edge, Either, Gap, Node, Row, Set, Word

if TYPE_CHECKING:
    from scoring.library import RoleParts

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
END_SHARE = 0.4
"""Of all sentences, those that a response begins or ends with."""
BESIDE_SHARE = 0.2
"""How often what stands beside a word is the edge of a clause, or an entry of a set that can be left out."""
MOST_PAIRS = 40
"""Pairs that one need may list."""
MOST_KEPT = 4
"""Needs of a way that are looked at before it is tried; four, so that they are one hexadecimal digit."""
MOST_WAYS = 12
"""A template of up to so many ways (`this way|that way`) is found by the needs of each."""
EVERY = ""
"""A key that every sentence has, for what needs nothing more."""
NO_USE = 0.9
"""A need that so many sentences meet is not looked at where there is a better one."""


def file_pattern(name: str, node: Node, role: RoleParts, share: Share) -> None:
    """File each way of saying a pattern under the keys of its needs."""
    for kept in kept_needs(node, share):
        way = len(role["ways"])
        role["ways"].append(name)
        for rank in range(MOST_KEPT):
            for key in kept[rank] if rank < len(kept) else (EVERY,):
                role["found_by"][key] = f"{role['found_by'].get(key, '')} {way * MOST_KEPT + rank}"


def kept_needs(node: Node, share: Share) -> list[list[Need]]:
    """Return for each way of saying a template the needs that are worth looking at, the rarest first."""
    ways = node.nodes if isinstance(node, Either) and len(node.nodes) <= MOST_WAYS else (node,)
    return [_kept(_ranked(needs(way, share), share), share) for way in ways]


def left_out(node: Node) -> Iterator[str]:
    """Yield the word sets that a template leaves out at will: `[~very]`."""
    match node:
        case Either((Set(name), Row(()))):
            yield name
        case Either(nodes) | Row(nodes):
            for each in nodes:
                yield from left_out(each)
        case _:
            pass


def _kept(ranked: list[Need], share: Share) -> list[Need]:
    useful = [need for need in ranked if _met(need, share) < NO_USE]
    return (useful or ranked)[:MOST_KEPT]


def needs(node: Node, share: Share) -> list[Need]:
    """Return what a sentence has to have for `node` to match: one key of each need."""
    match node:
        case Word(word):
            return [frozenset((word,))]
        case Set(name):
            return [frozenset((f"~{name}",))]
        case Edge("^^" | "$$" as mark):
            return [frozenset((mark,))]
        case Either(nodes):
            ways = [_ranked(needs(each, share), share) for each in nodes]
            return [frozenset().union(*(way[0] for way in ways))] if all(ways) else []
        case Row(nodes):
            return [*(need for each in nodes for need in needs(each, share)), *_pairs(nodes)]
        case _:
            return []


def _ranked(found: Iterable[Need], share: Share) -> list[Need]:
    return sorted(dict.fromkeys(found), key=lambda need: _met(need, share))


def _met(need: Need, share: Share) -> float:
    """About how many of all sentences meet a need; rounded, since the order of the keys is nobody's."""
    return round(1.0 - prod(1.0 - share(key) for key in need), 9)


def _pairs(nodes: tuple[Node, ...]) -> Iterator[Need]:
    """For each part of a row: the pairs that can meet where it ends."""
    for place, node in enumerate(nodes, 1):
        lasts = _lasts(node)
        firsts = _firsts(nodes[place:]) if lasts else None
        if firsts and len(lasts) * len(firsts) <= MOST_PAIRS:
            yield frozenset(f"{last} {first}" for last in lasts for first in firsts)


def _lasts(node: Node) -> frozenset[str]:
    """What a part can end with, words or the start of a clause; empty where that can be anything."""
    match node:
        case Word(word):
            return frozenset((word,))
        case Edge("^" | "^^"):
            return frozenset("^")
        case Either(nodes):
            ways = [_lasts(each) for each in nodes]
            return frozenset().union(*ways) if all(ways) else frozenset()
        case Row((*_, last)):
            return _lasts(last)
        case _:
            return frozenset()


def _firsts(nodes: tuple[Node, ...]) -> frozenset[str] | None:
    """What a row begins with: words, `~`, the end of a clause; None where it can be anything or nothing."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        match node:
            case Word(word):
                return found | {word}
            case Edge("$" | "$$"):
                return found | {"$"}
            case Either((Set(), Row(()))):
                found |= {"~"}
            case Either(ways):
                begun = [
                    _firsts(way.nodes if isinstance(way, Row) else (way,)) for way in ways if way != EMPTY
                ]
                if None in begun:
                    return None
                found = found.union(*filter(None, begun))
                if EMPTY not in ways:
                    return found
            case Set() | Gap():
                return None
            case _:
                pass
    return None


def shares(sets: Mapping[str, Iterable[tuple[str, ...]]]) -> Share:
    """Return what tells about how many sentences have a key, `sets` being the entries of each word set."""

    @cache
    def share(key: str) -> float:
        return END_SHARE if key in {"^^", "$$"} else prod(map(of_one, key.split()))

    @cache
    def of_one(part: str) -> float:
        if part in {"^", "$", "~"}:
            return BESIDE_SHARE
        if part.startswith("~"):
            return 1.0 - prod(1.0 - prod(map(of_one, entry[:2])) for entry in sets[part[1:]])
        return share_of_word(part)

    return share


def share_of_word(word: str) -> float:
    """Return about how many sentences have a word."""
    if word in COMMON:
        return COMMON_SHARE
    place = frequent().get(word)
    if place is not None:
        return max(RARE_SHARE, 2 / (10 + place))
    return SHORT_SHARE if len(word) < 4 else RARE_SHARE
