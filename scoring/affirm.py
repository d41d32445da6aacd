"""Two negations that make one plain saying: `can't say I wasn't hurt` is read as `I was hurt`.

Patterns look for what is said outright. Where a denial stands before a clause with `not` in it, both are left
out; where a denial denies a denial (`can't deny that`), it is left out alone.
"""

from __future__ import annotations

from collections.abc import Sequence

Words = Sequence[str]

_LEAD = frozenset("i you we it that this he she they would could can will do did is am was be".split())
_SAYING = frozenset(
    "say saying claim claiming pretend pretending argue swear mean true that if tell you as though".split()
)
_OPEN = frozenset("that saying claiming".split())
"""After `not`, words that leave open what follows: `I am not saying it does not help`."""
_DENYING = frozenset("deny denying dispute hide".split())
_SUBJECTS = frozenset("i you we it he she they that this there".split())
_NAMING = frozenset("the my your our his her their these those".split())
_HELPERS = frozenset(
    "am is are was were be been have has had do did does could would can will should might must feel".split()
)
_BETWEEN = 3
"""Words that may stand between a denial and the `not` that it denies: `can't say that I was not`."""


def left_out(words: Words, pauses: int = 0) -> frozenset[int]:
    """Return the places of the words that two negations take with them; empty in nearly every sentence.

    `pauses` has a bit for each word that a pause stands before: `not true, I was not there` denies twice.
    """
    if "not" not in words and "lying" not in words:
        return frozenset()
    gone: set[int] = set()
    for place, word in enumerate(words):
        if place in gone:
            continue
        if word == "not":
            gone |= _denied_denial(words, place) or _denied_not(words, place, pauses)
        elif word == "lying":
            gone |= _would_be_lying(words, place)
    return frozenset(gone)


def _denied_denial(words: Words, place: int) -> set[int]:
    """`I can not deny [that]`."""
    after = place + 1
    if after < len(words) and words[after] in _DENYING:
        end = after + 1
        while end < len(words) and words[end] in {"that", "the", "fact"}:
            end += 1
        if end < len(words) and words[end] in _SUBJECTS:
            return set(range(_begin(words, place), end))
    return set()


def _denied_not(words: Words, place: int, pauses: int) -> set[int]:
    """`I can not say [that] I was not`: all but `I was`."""
    end = place + 1
    if end < len(words) and words[end] in _OPEN:
        return set()
    while end < len(words) and words[end] in _SAYING:
        end += 1
    if end == place + 1 or pauses >> end & 1:
        return set()
    return _frame(words, _begin(words, place), end)


def _would_be_lying(words: Words, place: int) -> set[int]:
    """`I would be lying if I said [that] I was not`: all but `I was`."""
    if tuple(words[place : place + 2]) != ("lying", "if"):
        return set()
    said = next((at for at in range(place, min(place + 6, len(words))) if words[at] in {"said", "say"}), 0)
    if not said:
        return set()
    end = said + 2 if words[said + 1 : said + 2] == ["that"] else said + 1
    return _frame(words, _begin(words, place), end)


def _frame(words: Words, start: int, end: int) -> set[int]:
    """The denial from `start` to `end` and the `not` of the clause after it, if there is one close by."""
    if end >= len(words) or words[end] not in _SUBJECTS | _NAMING:
        return set()
    for at in range(end + 1, min(end + 1 + _BETWEEN, len(words))):
        if words[at] == "not" and words[at - 1] in _HELPERS:
            return {*range(start, end), at}
    return set()


def _begin(words: Words, place: int) -> int:
    """Where the clause of a denial begins: `well I [can not]`, `it [is not true]`."""
    start = place
    while start and place - start < _BETWEEN and words[start - 1] in _LEAD:
        start -= 1
    return start
