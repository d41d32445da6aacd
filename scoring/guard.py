"""Tells an answer from what only looks like one.

A list of key words, advice copied from a page, the names of the labels, one sentence
twenty times, or letters at random: none of them is something said to a person.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from scoring.spelling import english

if TYPE_CHECKING:
    from scoring.library import Library
    from scoring.reading import Reading
    from scoring.text import Sentence

FUNCTION_WORDS = frozenset(
    "i you he she it we they me him her us them my your his its our their a an the this that these "
    "those am is are was were be been being do does did have has had will would can could may might "
    "shall should must not no yes ok and or but if because so to of in on at for with from by about "
    "as than then there here what how why when where who which just really very too lol up out off "
    "over let please sorry thanks all some any more one like going again every each same without into "
    "down before after until while back only even still also now never always much many other another "
    "both few most such own get got next last first two three nothing something "
    "anything everything whatever".split()
)
LONG_ENOUGH = 7
"""Words. A shorter response is never taken for a list."""
LISTED = 0.2
"""Below this share of small words a text is a list of words."""
KNOWN = 0.5
"""Below this share of known words a text is not English."""
REPEATED = 3
"""Sentences that say the same, from which on a text is a repetition."""
MOSTLY = 0.8
"""From this share of the text on, what is said again and again is all of it."""
LONGEST_RUN = 7
"""Words with no small word and no pause among them: from here on they are a list."""
TALK_ABOUT = frozenset(
    "feel feels feeling feelings felt need needs want wants boundary boundaries feedback repair repairing "
    "repaired rupture honest honesty respect assertive assertiveness alliance empathy curiosity ownership "
    "validate validates validation explore explores event describe describes skill skills rating statement "
    "statements disclose question".split()
)
"""Words that speak of talking: where they are most of a text, it says nothing."""
MOST_TALK, LEAST_TALK = 0.35, 4
"""The share of such words that a response may have, and how many there have to be to count."""
HANGING = frozenset("to that we i the a you of with when because my and or".split())
"""Words that no saying ends with."""
_BLANKS = re.compile(r"\[\w+\].*\[\w+\]|\b[XYZ]\b.*\b[XYZ]\b", re.DOTALL)
"""A sentence with blanks to fill in: `I feel [feeling]`, `when you X, I feel Y`."""


def is_no_answer(reading: Reading, known: Library) -> bool:
    """Whether a text is nothing that a person would say to the other."""
    words = [word for sentence in reading.sentences for word in sentence.words]
    if not words:
        return True
    return (
        _is_gibberish(words, known)
        or _is_list(words, reading)
        or _is_repetition(reading)
        or _is_talk_about_talk(words)
        or _is_salad(words, reading)
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
    return times >= REPEATED and len(most) > 1 and times * len(most) >= MOSTLY * reading.size


def _is_talk_about_talk(words: list[str]) -> bool:
    talk = sum(word in TALK_ABOUT for word in words)
    return talk >= LEAST_TALK and talk >= MOST_TALK * len(words)


def _is_salad(words: list[str], reading: Reading) -> bool:
    """Words thrown together: long rows of heavy words, words three times over, one frame again and again."""
    if len(words) < LONG_ENOUGH:
        return False
    thrice = {
        one for one, two, three in zip(words, words[1:], words[2:], strict=False) if one == two == three
    }
    frame, times = Counter(pairwise(words)).most_common(1)[0]
    return (
        len(thrice - {"no"}) > 1
        or (times >= 2 * REPEATED - 1 and 2 * times > len(words) / 2 and frame[0] != frame[1])
        or any(_longest_run(sentence) >= LONGEST_RUN for sentence in reading.sentences)
        or any(_is_left_hanging(sentence) for sentence in reading.sentences)
    )


def _longest_run(sentence: Sentence) -> int:
    """The most words in a row without a small word or a pause."""
    longest = run = 0
    for place, word in enumerate(sentence.words):
        run = 0 if word in FUNCTION_WORDS else 1 if sentence.pauses >> place & 1 else run + 1
        longest = max(longest, run)
    return longest


def _is_left_hanging(sentence: Sentence) -> bool:
    """Whether a sentence is made of beginnings that nobody ends: `need you to, could we, feel that`."""
    ends = [
        sentence.words[place - 1] for place in range(1, len(sentence.words)) if sentence.pauses >> place & 1
    ]
    return len(ends) > REPEATED and sum(end in HANGING for end in ends) >= MOSTLY * len(ends)


def _is_copied(reading: Reading) -> bool:
    return bool(_BLANKS.search(reading.text)) or any(
        hit.pattern.family.label == "copied" for hit in reading.hits
    )
