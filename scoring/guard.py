"""Tells an answer from what only looks like one.

A list of key words, advice copied from a page, the names of the labels, one sentence
twenty times, or letters at random: none of them is something said to a person.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scoring.spelling import english

if TYPE_CHECKING:
    from scoring.library import Library
    from scoring.reading import Reading

FUNCTION_WORDS = frozenset(
    "i you he she it we they me him her us them my your his its our their a an the this that these "
    "those am is are was were be been being do does did have has had will would can could may might "
    "shall should must not no yes ok and or but if because so to of in on at for with from by about "
    "as than then there here what how why when where who which just really very too lol up out off "
    "over let please sorry thanks all some any more one like going".split()
)
LONG_ENOUGH = 6
"""Words. A shorter response is never taken for a list."""
LISTED = 0.2
"""Below this share of small words a text is a list of words."""
KNOWN = 0.5
"""Below this share of known words a text is not English."""
REPEATED = 3
"""Sentences that say the same, from which on a text is a repetition."""


def is_no_answer(reading: Reading, known: Library) -> bool:
    """Whether a text is nothing that a person would say to the other."""
    words = [word for sentence in reading.sentences for word in sentence.words]
    if not words:
        return True
    return (
        _is_gibberish(words, known)
        or _is_list(words, reading)
        or _is_repetition(reading)
        or _is_copied(reading)
    )


def _is_gibberish(words: list[str], known: Library) -> bool:
    real = sum(known.speller.knows(word) or word in FUNCTION_WORDS or word in english() for word in words)
    return real / len(words) < KNOWN


def _is_list(words: list[str], reading: Reading) -> bool:
    if "_" in reading.text and sum(word in _label_words() for word in words) >= len(words) / 2:
        return True
    if len(words) < LONG_ENOUGH:
        return False
    small = sum(word in FUNCTION_WORDS for word in words) / len(words)
    subjects = sum(word in {"i", "you", "we", "it", "that", "my"} for word in words)
    return small < LISTED and subjects <= len(words) // 20


def _label_words() -> frozenset[str]:
    from scoring.labels import labels_of

    return frozenset(
        word
        for role in ("client", "therapist")
        for label in labels_of(role)
        for word in label.name.split("_")
    )


def _is_repetition(reading: Reading) -> bool:
    said = Counter(sentence.words for sentence in reading.sentences)
    most, times = said.most_common(1)[0]
    return times >= REPEATED and len(most) > 1 and times * len(most) > reading.size / 2


def _is_copied(reading: Reading) -> bool:
    return any(hit.pattern.family.label == "copied" for hit in reading.hits)
