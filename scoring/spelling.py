"""Typing errors: what an unknown word was probably meant to be.

A word is mended only into a word that the library knows, only where the two are
near for their length, and never where it is a real word already. Negators, pronouns and
words of three letters or fewer are never mended, and nothing is mended into a negator:
the cost of reading `never` where there was none is too high.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from math import log2
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from scoring.scope import NEGATORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHORTEST = 4
"""Letters. Shorter words are never mended."""
LONGEST = 24
RARE = 1_000_000
"""The place of a word that is not among the frequent ones."""
MOST_NEAR = 40
MOST_KEPT = 20_000


def tolerance(length: int) -> int:
    """How many letters may be wrong, missing, doubled or swapped in a word of this length: 0 to 3."""
    if length < SHORTEST:
        return 0
    if length <= 5:
        return 1
    return 2 if length <= 9 else 3


@cache
def english() -> frozenset[str]:
    """Return the everyday English words and common first names that are never taken for a typing error."""
    words = files("scoring").joinpath("words")
    return frozenset(
        word
        for name in ("english.txt", "names.txt")
        for word in words.joinpath(name).read_text("utf-8").split()
    )


@cache
def frequent() -> dict[str, int]:
    """Return the place of each frequent word, the most frequent first, counted in the marked responses."""
    words = files("scoring").joinpath("words/frequent.txt").read_text("utf-8").split()
    return {word: place for place, word in enumerate(words)}


def _cost(typed: str, meant: str, distance: float) -> float:
    """How unlikely it is that `typed` was meant to be `meant`: less for a swap, more for a rare word."""
    swapped = 0.3 if sorted(typed) == sorted(meant) else 0.0
    first = 0.6 if typed[0] != meant[0] and not swapped else 0.0
    rare = min(1.0, 0.12 * log2(1 + frequent().get(meant, RARE) / 10))
    return distance - swapped + first + rare


class Speller:
    """Mends unknown words into words of one vocabulary."""

    def __init__(self, vocabulary: Iterable[str], real: Callable[[], frozenset[str]] = english) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._real = real
        self._by_size: dict[int, list[str]] = defaultdict(list)
        self._mended: dict[str, tuple[str, ...]] = {}

    def knows(self, word: str) -> bool:
        """Whether the library has this word."""
        return word in self._vocabulary

    def mend_capital(self, word: str) -> tuple[str, ...]:
        """Mend the first word of a sentence, which may be a name: into frequent words only."""
        mended = self.mend(word)
        return mended if all(each in frequent() or len(each) < SHORTEST for each in mended) else (word,)

    def mend(self, word: str) -> tuple[str, ...]:
        """Return the word or two that `word` was probably meant to be, or `word` itself."""
        mended = self._mended.get(word)
        if mended is None:
            mended = self._look_up(word)
            if len(self._mended) < MOST_KEPT:
                self._mended[word] = mended
        return mended

    def _look_up(self, word: str) -> tuple[str, ...]:
        if not SHORTEST <= len(word) <= LONGEST or word in self._real():
            return (word,)
        nearest = self._nearest(word)
        if nearest in NEGATORS:
            return (word,)
        return (nearest,) if nearest else self._split(word) or (word,)

    def _nearest(self, word: str) -> str | None:
        """The word that costs least to have typed so: see `_cost`."""
        allowed = tolerance(len(word))
        near: list[tuple[float, str]] = []
        for size in range(len(word) - allowed, len(word) + allowed + 1):
            reach = min(allowed, tolerance(size))
            found = process.extract(
                word, self._of_size(size), scorer=OSA.distance, score_cutoff=reach, limit=MOST_NEAR
            )
            near += [(_cost(word, other, distance), other) for other, distance, _ in found]
        return min(near)[1] if near else None

    def _of_size(self, size: int) -> list[str]:
        if not self._by_size:
            for word in sorted(self._vocabulary):
                if len(word) >= SHORTEST and word.isalpha():
                    self._by_size[len(word)].append(word)
        return self._by_size.get(size, [])

    def _split(self, word: str) -> tuple[str, ...]:
        """Read `iwant` and `tellyou` as two words, where both are known and one is long enough to tell."""
        for cut in range(1, len(word)):
            left, right = word[:cut], word[cut:]
            if (
                max(len(left), len(right)) >= SHORTEST
                and left in self._vocabulary
                and right in self._vocabulary
            ):
                if min(len(left), len(right)) == 1 and left not in {"i", "a"}:
                    continue
                return (left, right)
        return ()
