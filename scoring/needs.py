"""What a sentence has to have for a template to match: how patterns are found without trying each.

A need is a set of keys of which a sentence has to have one. A key is a word, a word set (`~feeling`), plain
phrases taken together, the start or the end of the response (`^^`, `$$`), or two that stand side by side:
`my fault`, `^ well` at the start of a clause, `enough $` at its end. What a template can leave out between
two (`[~very]`) may stand between them. The rarer its keys are in what people say, the more a need tells.
`Library.board` lays out the keys of a sentence, and `scoring.index` files patterns under them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scoring.template import EMPTY, Edge, Either, Gap, Node, Not, Phrases, Row, Set, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

Need = frozenset[str]

MOST_PAIRS = 1000
"""Pairs that one need may list."""
MOST_KEPT = 4
"""Needs of a way that are looked at before it is tried; four, so that they are one hexadecimal digit."""
MOST_WAYS = 12
"""A template of up to so many ways (`this way|that way`) is found by the needs of each."""


class Sample:
    """Sentences as people say them, by their keys: they tell how rare a need is."""

    def __init__(self, sentences: Iterable[AbstractSet[str]]) -> None:
        self.size = 0
        numbers: dict[str, list[int]] = defaultdict(list)
        for keys in sentences:
            for key in keys:
                numbers[key].append(self.size)
            self.size += 1
        self._having = {key: sum(1 << each for each in having) for key, having in numbers.items()}

    def having(self, need: Need) -> int:
        """Return which sentences meet a need: a bit for each."""
        met = 0
        for key in need:
            met |= self._having.get(key, 0)
        return met

    def share(self, need: Need) -> float:
        """Return how many of all sentences meet a need, 0 to 1; 0 where there are none."""
        return self.having(need).bit_count() / max(1, self.size)


def kept_needs(node: Node, sample: Sample) -> list[list[Need]]:
    """Return for each way of saying a template what it needs: the rarest first, then what narrows it most."""
    ways = node.nodes if isinstance(node, Either) and len(node.nodes) <= MOST_WAYS else (node,)
    return [_most_telling(needs(way, sample), sample) for way in ways]


def _most_telling(found: Iterable[Need], sample: Sample) -> list[Need]:
    left = {need: sample.having(need) for need in found}
    kept: list[Need] = []
    while left and len(kept) < MOST_KEPT:
        need = min(left, key=lambda each: left[each].bit_count())
        met = left.pop(need)
        left = {each: met & having for each, having in left.items()}
        kept.append(need)
    return kept


def left_out(node: Node) -> Iterator[str]:
    """Yield the word sets that a template leaves out at will: `[~very]`."""
    match node:
        case Either((Set(name), Row(()))):
            yield f"~{name}"
        case Either(nodes) | Row(nodes):
            for each in nodes:
                yield from left_out(each)
        case _:
            pass


def needs(node: Node, sample: Sample) -> list[Need]:
    """Return what a sentence has to have for `node` to match: one key of each need."""
    match node:
        case Word(word):
            return [frozenset((word,))]
        case Set(name):
            return [frozenset((f"~{name}",))]
        case Phrases(name):
            return [frozenset((name,))]
        case Edge("^^" | "$$" as mark):
            return [frozenset((mark,))]
        case Either(nodes):
            ways = [needs(each, sample) for each in nodes]
            return [frozenset().union(*(_rarest(way, sample) for way in ways))] if all(ways) else []
        case Not(Not(inner)):
            return needs(inner, sample)
        case Row(nodes):
            return [*(need for each in nodes for need in needs(each, sample)), *_pairs(nodes)]
        case _:
            return []


def _rarest(found: Iterable[Need], sample: Sample) -> Need:
    return min(found, key=lambda need: sample.having(need).bit_count())


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
        case Phrases(entries=entries):
            return frozenset(entry[-1] for entry in entries)
        case Either(nodes):
            ways = [_lasts(each) for each in nodes]
            return frozenset().union(*ways) if all(ways) else frozenset()
        case Row((*_, last)):
            return _lasts(last)
        case _:
            return frozenset()


def _firsts(nodes: tuple[Node, ...]) -> frozenset[str] | None:
    """What a row begins with, sets that can be left out aside; None where it can be anything or nothing."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        match node:
            case Word(word):
                return found | {word}
            case Edge("$" | "$$"):
                return found | {"$"}
            case Phrases(entries=entries):
                return found.union(entry[0] for entry in entries)
            case Either((Set(), Row(()))):
                pass
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
