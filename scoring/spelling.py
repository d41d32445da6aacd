"""Typing errors: what an unknown word was probably meant to be.

A word is mended only into a word that the library knows, only where the two are
near for their length, and never where it is a real word already. Negators, pronouns and
words of three letters or fewer are neither mended nor mended into: the cost of
reading `not` where there was none is too high.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from scoring.scope import NEGATORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHORTEST = 4
"""Letters. Shorter words are never mended."""
_PRONOUNS = frozenset(
    "you your yours they them their theirs this that these those mine ours myself yourself".split()
)
_UNTOUCHED = NEGATORS | _PRONOUNS


def tolerance(length: int) -> int:
    """How many letters may be wrong, missing, doubled or swapped in a word of this length: 0 to 3."""
    if length < SHORTEST:
        return 0
    if length <= 5:
        return 1
    return 2 if length <= 9 else 3


@cache
def english() -> frozenset[str]:
    """Return the everyday English words that are never taken for a typing error."""
    return frozenset(files("scoring").joinpath("words/english.txt").read_text("utf-8").split())


class Speller:
    """Mends unknown words into words of one vocabulary."""

    def __init__(self, vocabulary: Iterable[str], real: Callable[[], frozenset[str]] = english) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._real = real
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._vocabulary):
            if len(word) >= SHORTEST and word.isalpha() and word not in _UNTOUCHED:
                self._by_first[word[0]].append(word)
        self._mended: dict[str, tuple[str, ...]] = {}

    def knows(self, word: str) -> bool:
        """Whether the library has this word."""
        return word in self._vocabulary

    def mend(self, word: str) -> tuple[str, ...]:
        """Return the word or two that `word` was probably meant to be; `word` itself where nothing is near."""
        mended = self._mended.get(word)
        if mended is None:
            mended = self._look_up(word)
            if len(self._mended) < 20_000:
                self._mended[word] = mended
        return mended

    def _look_up(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST or len(word) > 24 or word in self._real():
            return (word,)
        nearest = self._nearest(word)
        if nearest is not None:
            return (nearest,)
        return self._split(word) or (word,)

    def _nearest(self, word: str) -> str | None:
        best: tuple[int, int, str] | None = None
        allowed = tolerance(len(word))
        for first in dict.fromkeys(word[:2]):
            for other in self._by_first.get(first, ()):
                if abs(len(other) - len(word)) > allowed:
                    continue
                distance = OSA.distance(word, other, score_cutoff=allowed)
                if distance <= min(allowed, tolerance(len(other))):
                    rank = (distance, abs(len(other) - len(word)), other)
                    if best is None or rank < best:
                        best = rank
        return best[2] if best else None

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
