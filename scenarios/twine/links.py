"""Finds the links of a passage, and its words without links and without code of a story format."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.twine.story import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LINKS = 20
LONGEST_LINK = 600
"""Characters between the brackets; what is longer is no link."""
LONGEST_TEXT = 2_000
"""Characters of the words of a passage; a partner who says more is cut."""

_MACROS = (
    re.compile(r"<<[^<>]{0,500}>>"),
    re.compile(r"<!--[^<>]{0,2000}-->"),
    re.compile(r"</?[a-zA-Z][^<>]{0,500}>"),
    re.compile(r"\([a-zA-Z][\w-]{0,30}:[^()]{0,500}\)"),
    re.compile(r"(?m)^\[[a-zA-Z][^\[\]\n]{0,100}\]$"),
)
"""Code of SugarCube, HTML, Harlowe and Chapbook, as far as it can be told from words."""


def links_of(content: str) -> tuple[Link, ...]:
    """Return the links of a passage, in order, the same one once."""
    found = dict.fromkeys(_link(inside) for inside, _, _ in _brackets(content))
    return tuple(link for link in found if link.to)[:MOST_LINKS]


def words_of(content: str) -> str:
    """Return the words of a passage on one line."""
    words, end = [], 0
    for _, start, after in _brackets(content):
        words.append(content[end:start])
        end = after
    words.append(content[end:])
    text = "\n".join(words)
    for macro in _MACROS:
        text = macro.sub(" ", text)
    said = one_line(html.unescape(text))
    return said if len(said) <= LONGEST_TEXT else said[:LONGEST_TEXT].rsplit(" ", 1)[0] + " …"


def _brackets(content: str) -> Iterator[tuple[str, int, int]]:
    """Yield what stands between `[[` and `]]`, with where it begins and ends."""
    at = content.find("[[")
    while at >= 0:
        end = content.find("]]", at + 2, at + 2 + LONGEST_LINK)
        again = content.rfind("[[", at + 2, end) if end >= 0 else -1
        start = again if again >= 0 else at
        if end >= 0:
            yield content[start + 2 : end], start, end + 2
            at = content.find("[[", end + 2)
        else:
            at = content.find("[[", at + 2)


def _link(inside: str) -> Link:
    """Read `target`, `text->target`, `target<-text` or `text|target`, each with or without a setter."""
    inside = inside.partition("][")[0]
    if "->" in inside:
        text, _, to = inside.rpartition("->")
    elif "<-" in inside:
        to, _, text = inside.partition("<-")
    elif "|" in inside:
        text, _, to = inside.rpartition("|")
    else:
        text = to = inside
    to = one_line(html.unescape(to))
    return Link(one_line(html.unescape(text)) or to, to)
