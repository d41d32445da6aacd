"""Which patterns a sentence can hold, and where entries of word sets stand in it: both by looking them up.

What is kept of a library is plain data; what a word, a key or two words lead to is read when a sentence first
has them.
"""

from __future__ import annotations

from re import finditer
from typing import TYPE_CHECKING, Any

from scoring.needs import MOST_KEPT, kept_needs
from scoring.phrases import phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scoring.library import EntryParts, RoleParts
    from scoring.needs import Need, Sample
    from scoring.template import Node

Phrasings = tuple[tuple[str, ...], ...]

RARE = 0.003
"""Of all sentences; a need that no more of them meet is rare."""
EVERY = ""
"""A key that every sentence has, for what needs nothing."""
_CLAUSE = "^"
"""What keys begin with that stand at the start of a clause; every sentence has one."""
_RARE, _COMMON = 0, 1
"""The two parts of what a key is found by."""


class Filing:
    """Files the patterns of a role by what they need.

    A way of saying that needs something rare is filed under that, and what else it needs is looked at where
    the rare thing is met. One that does not is filed under each of its needs, and found where all are met.
    """

    def __init__(self, role: RoleParts, sample: Sample) -> None:
        self._role = role
        self._sample = sample
        self._found_by = dict(way for group in role["found_by"].values() for way in _ways_in(group))

    def file(self, name: str, node: Node) -> None:
        """File each way of saying a pattern."""
        rare, common = self._role["rare"], self._role["common"]
        for needed in kept_needs(node, self._sample):
            if needed and self._sample.share(needed[0]) <= RARE:
                self._note(needed[0], _RARE, len(rare))
                rare.append("\t".join((name, *("|".join(sorted(need)) for need in needed[1:]))))
            else:
                for rank in range(MOST_KEPT):
                    need = needed[rank] if rank < len(needed) else frozenset((EVERY,))
                    self._note(need, _COMMON, MOST_KEPT * len(common) + rank)
                common.append(name)

    def close(self) -> None:
        """Keep what was filed with the role: the keys that begin with a word together, as one text."""
        groups: dict[str, list[str]] = {}
        for key, ways in self._found_by.items():
            groups.setdefault(key.partition(" ")[0], []).append(f"{key}\t{ways}")
        self._role["found_by"] = {first: "\n".join(lines) for first, lines in groups.items()}

    def _note(self, need: Need, where: int, number: int) -> None:
        for key in sorted(need):
            parts = self._found_by.get(key, ";").split(";")
            parts[where] = f"{parts[where]} {number}"
            self._found_by[key] = ";".join(parts)


def _ways_in(group: str) -> Iterator[tuple[str, str]]:
    """Yield each key of a group, and the ways that are found by it."""
    for line in filter(None, group.split("\n")):
        key, _, ways = line.partition("\t")
        yield key, ways


def file_phrases(nodes: Iterable[Node], kept: EntryParts) -> None:
    """File what is taken together in templates, the same phrases once."""
    for name, entries in {each.name: each.entries for node in nodes for each in phrases_in(node)}.items():
        file_entries(name, entries, kept)


class Index:
    """Which patterns of a role a sentence has all that they need for; `scoring.needs` says what a need is."""

    def __init__(self, role: RoleParts) -> None:
        self._rare = role["rare"]
        self._common = role["common"]
        self._groups = dict(role["found_by"])
        self._found_by = dict(_ways_in(self._groups.pop(_CLAUSE, "")))
        self._read: dict[str, tuple[tuple[int, ...], int]] = {}
        self._ways: dict[int, tuple[str, tuple[Need, ...]]] = {}

    def found(self, keys: set[str]) -> list[str]:
        """Return the ids of the patterns whose needs are all met by the keys of a sentence, sorted."""
        for first in self._groups.keys() & keys:
            self._found_by.update(_ways_in(self._groups.pop(first)))
        ways: set[int] = set()
        met = 0
        for key in self._found_by.keys() & keys:
            rare, common = self._read.get(key) or self._under(key)
            ways.update(rare)
            met |= common
        names = {name for name, others in map(self._way, ways) if not any(map(keys.isdisjoint, others))}
        names.update(self._common[each.start()] for each in finditer("f", f"{met:x}"[::-1]))
        return sorted(names)

    def _way(self, number: int) -> tuple[str, tuple[Need, ...]]:
        """Return the pattern of a rare way, and what it needs beside the rarest."""
        way = self._ways.get(number)
        if way is None:
            name, *others = self._rare[number].split("\t")
            way = self._ways[number] = name, tuple(frozenset(need.split("|")) for need in others)
        return way

    def _under(self, key: str) -> tuple[tuple[int, ...], int]:
        """Return the rare ways under a key, and the needs of common ways that it meets, a bit for each.

        The four bits of a common way are one hexadecimal digit, which is `f` where all are met.
        """
        rare, common = (tuple(map(int, part.split())) for part in self._found_by[key].split(";"))
        self._read[key] = rare, sum(1 << need for need in common)
        return self._read[key]


class Entries:
    """Entries of word sets by the words that they begin with."""

    def __init__(self, sets: EntryParts, phrases: EntryParts) -> None:
        """Take the entries of the word sets, and what the templates of a role take together."""
        self._words = _together(sets["words"], phrases["words"])
        self._phrases = _together(sets["phrases"], phrases["phrases"])
        self._begun: dict[str, Mapping[str, Any]] = {}

    def at(self, words: tuple[str, ...], place: int) -> Iterator[tuple[int, list[str]]]:
        """Yield how long the entries are that begin at a word, and the sets that have them."""
        names = self._words.get(words[place])
        if names:
            yield 1, names
        pair = " ".join(words[place : place + 2])
        if pair not in self._phrases:
            return
        going_on: Mapping[str, Any] | None = self._begun.get(pair) or self._begin(pair)
        end = place + 2
        while going_on is not None:
            if names := going_on.get(""):
                yield end - place, names
            going_on = going_on.get(words[end]) if end < len(words) else None
            end += 1

    def _begin(self, pair: str) -> Mapping[str, Any]:
        """Lay out how entries that begin with two words go on, word by word; the sets stand at their end."""
        begun: dict[str, Any] = {}
        for entry in self._phrases[pair]:
            name, *rest = entry.split()
            going_on = begun
            for word in rest:
                going_on = going_on.setdefault(word, {})
            going_on.setdefault("", []).append(name)
        self._begun[pair] = begun
        return begun


def _together(one: dict[str, list[str]], other: dict[str, list[str]]) -> dict[str, list[str]]:
    return {**one, **other, **{key: one[key] + other[key] for key in one.keys() & other.keys()}}


def file_entries(name: str, entries: Phrasings, kept: EntryParts) -> None:
    """File the entries of a word set, or phrases taken together, under their first words."""
    for entry in entries:
        if len(entry) == 1:
            kept["words"].setdefault(entry[0], []).append(name)
        else:
            kept["phrases"].setdefault(" ".join(entry[:2]), []).append(" ".join((name, *entry[2:])))
