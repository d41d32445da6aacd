"""How close two sayings are, word by word, with negation kept.

A whole-sentence similarity takes `I am angry` and `I am not angry` for the same. Here
words are aligned in order with room for typing errors, small words count little, and a
word that is negated in one saying and not in the other counts against.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Indel

from scoring.guard import FUNCTION_WORDS
from scoring.library import library
from scoring.scope import scope
from scoring.text import sentences

SMALL = 0.25
"""What a small word counts, where a telling word counts 1."""
ORDER = 0.4
"""How much the order of the words counts beside the words themselves."""
LONGEST = 120
"""Words of each saying that are compared."""


def closeness(a: str, b: str) -> float:
    """Return how close two sayings are, from 0 (nothing in common) to 1 (the same)."""
    first, second = _told(a), _told(b)
    if not first or not second:
        return 1.0 if first == second else 0.0
    shared = _shared(first, second)
    order = Indel.normalized_similarity(first, second)
    return round((1 - ORDER) * shared + ORDER * order, 4)


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[str, ...]:
    """The words of a text, each negated one with a mark of its own."""
    words = []
    for sentence in sentences(text, library().writing):
        negated = scope(sentence).negated
        words += [
            f"not:{word}" if negated >> place & 1 else word for place, word in enumerate(sentence.words)
        ]
    return tuple(words[:LONGEST])


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The weight of the words that both have, over the weight of all words that either has."""
    one, other = frozenset(first), frozenset(second)
    both = sum(map(_weight, one & other))
    return both / (sum(map(_weight, one | other)) or 1.0)


def _weight(word: str) -> float:
    return SMALL if word.removeprefix("not:") in FUNCTION_WORDS else 1.0
