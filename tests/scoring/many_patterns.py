"""A library of many times the patterns, for measuring: each pattern again and again, with other words.

Each word of a template is exchanged for one that people say about as often, so that the copies are as likely
to be looked at as the patterns that they were made from. Pronouns, articles, verbs that help and word sets
stay; a template of nothing else gets one more word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.cache import parts
from scoring.library import ROLES, Library, Parts, plain_writing
from scoring.needs import COMMON, file_pattern, shares
from scoring.spelling import frequent
from scoring.template import parse
from scoring.text import normal

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = frozenset(
    "i you he she it we they me him her us them my your his its our their a an the is am are was were be "
    "been do does did have has had can could will would to of not".split()
)
WORD = re.compile(r"(?<![~\w-])[a-z]{2,}(?![\w+-])")


def multiplied(times: int) -> Library:
    """Return the library with `times` as many patterns."""
    made = parts()
    plain = plain_writing(made)
    share = shares(_sets(made))
    roles = [made["roles"][role] for role in ROLES]
    originals = [(role, list(role["patterns"].items())) for role in roles]
    for turn in range(1, times):
        other = _exchange(made, turn)
        more = list(other)
        for role, patterns in originals:
            for number, (name, pattern) in enumerate(patterns):
                template = _exchanged(pattern["match"], other)
                if template == pattern["match"]:
                    template += f" {more[(turn * 31 + number) % len(more)]}"
                copy = f"{name}-{turn}"
                role["patterns"][copy] = {**pattern, "match": template}
                file_pattern(copy, parse(template, lambda word: normal(word, plain)), role, share)
    return Library(made)


def _exchanged(template: str, other: Mapping[str, str]) -> str:
    return WORD.sub(lambda found: other.get(found[0], found[0]), template)


def _sets(made: Parts) -> dict[str, list[tuple[str, ...]]]:
    sets: dict[str, list[tuple[str, ...]]] = {}
    for word, names in made["members"].items():
        for name in names:
            sets.setdefault(name, []).append((word,))
    for entries in made["phrases"].values():
        for phrase, names in entries.items():
            for name in names:
                sets.setdefault(name, []).append(tuple(phrase.split()))
    return sets


def _exchange(made: Parts, turn: int) -> Mapping[str, str]:
    """For each word of the library one that is said about as often, another in every turn."""
    known = [word for word in made["vocabulary"] if len(word) > 1 and word.isalpha() and word not in KEPT]
    common = sorted(COMMON - KEPT)
    often = sorted((word for word in known if word in frequent()), key=frequent().__getitem__)
    short = [word for word in known if word not in common and word not in frequent() and len(word) < 4]
    seldom = [word for word in known if word not in common and word not in frequent() and len(word) > 3]
    return {
        word: words[(place + turn * step) % len(words)]
        for words, step in ((common, 1), (often, 1), (short, 1), (seldom, 97))
        for place, word in enumerate(words)
    }
