"""Sentences, words and syllables, counted simply, and how hard a text is to read."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St)\.|[^.!?…\n])+(?:[.!?…]+[\"”’')\]]*)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VOWELS = re.compile(r"[aeiouyäöüéèêà]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:es|ed|e)$")
_SOUNDED = re.compile(r"(?:[^aeiouy]le|[td]ed|(?:s|x|z|ch|sh|c|g)es)$")


@lru_cache(maxsize=10_000)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    return tuple(found for each in _SENTENCE.findall(text) if _WORD.search(found := each.strip()))


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a silent ending does not count."""
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT.search(word) and not _SOUNDED.search(word):
        groups -= 1
    return max(1, groups)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: the years of school that it asks for."""
    said = words(text)
    if not said:
        return 0.0
    count = max(1, len(sentences(text)))
    spoken = sum(map(syllables, said))
    return 0.39 * len(said) / count + 11.8 * spoken / len(said) - 15.59
