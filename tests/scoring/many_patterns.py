"""A library of many times the patterns, for measuring: each pattern again and again, with other words.

Each word of a template is exchanged for one that people say about as often, so that the copies are as likely
to be looked at as the patterns that they were made from. Pronouns, articles, verbs that help and word sets
stay; a template of nothing else gets one more word.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from scoring.authoring import yaml_files
from scoring.cache import parts
from scoring.index import Filing, file_entries
from scoring.library import ROLES, Library, Parts, library, plain_writing
from scoring.needs import Sample
from scoring.phrases import COMMON, bundled, phrases_in
from scoring.reading import boards
from scoring.spelling import frequent
from scoring.template import parse
from scoring.text import normal
from scoring.yaml_texts import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.template import Node
    from scoring.verdict import Role

KEPT = frozenset(
    "i you he she it we they me him her us them my your his its our their a an the is am are was were be "
    "been do does did have has had can could will would to of not".split()
)
WORD = re.compile(r"(?<![~\w-])[a-z]{2,}(?![\w+-])")


def multiplied(times: int) -> Library:
    """Return the library with `times` as many patterns."""
    made = parts()
    plain = plain_writing(made)
    originals = {role: list(made["roles"][role]["patterns"].items()) for role in ROLES}
    copies: dict[Role, dict[str, Node]] = {role: {} for role in ROLES}
    for turn in range(1, times):
        other = _exchange(made, turn)
        more = list(other)
        for role, patterns in originals.items():
            for number, (name, pattern) in enumerate(patterns):
                template = _exchanged(pattern["match"], other)
                if template == pattern["match"]:
                    template += f" {more[(turn * 31 + number) % len(more)]}"
                copy = f"{name}-{turn}"
                made["roles"][role]["patterns"][copy] = {**pattern, "match": template}
                copies[role][copy] = bundled(parse(template, lambda word: normal(word, plain)))
    sample = Sample(board.keys for said in _models() for board in boards(said, "client", library()))
    for role, nodes in copies.items():
        kept = made["roles"][role]
        known = {entry.split()[0] for entries in kept["phrases"]["phrases"].values() for entry in entries}
        for each in {each.name: each for node in nodes.values() for each in phrases_in(node)}.values():
            if each.name not in known:
                file_entries(each.name, each.entries, kept["phrases"])
        filing = Filing(kept, sample)
        for name, node in nodes.items():
            filing.file(name, node)
        filing.close()
    return Library(made)


def _models() -> Iterator[str]:
    """Yield the model sentences of the library."""
    for path in yaml_files(files("scoring").joinpath("patterns")):
        for family in read(path)["families"].values():
            for pattern in family["patterns"]:
                models = pattern["model"]
                yield from [models] if isinstance(models, str) else models


def _exchanged(template: str, other: Mapping[str, str]) -> str:
    return WORD.sub(lambda found: other.get(found[0], found[0]), template)


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
