"""The template language: how an author writes down what people say.

    could we            these words, one after the other
    feel+               any form of the word: feel, feels, feeling, felt
    ~feeling            any word or phrase of the set `feeling`
    (can|could) we      one of several
    a [little] more     a word that may be left out
    you .. clock        up to three words between (`..6`: up to six)
    {today ; slower}    both, in any order, up to three words between
    !(not|never)        what follows is none of these; takes no word itself
    ^ fine $            start and end of a clause (a sentence, or what a pause or `but` cuts off)
    ^^ fine $$          start and end of the whole response

Words are read as the scorer reads a response: `don't` is `do not` on both sides.
A template is parsed once into a `Node` and matched by `scoring.match`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scoring.word_forms import forms

Normal = Callable[[str], tuple[str, ...]]
"""Turns a written word into the words it stands for."""

DEFAULT_GAP = 3
LONGEST_GAP = 8


class TemplateError(ValueError):
    """A template that can't be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, exactly."""

    word: str


@dataclass(frozen=True, slots=True)
class Set:
    """Any entry of a named word set."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Between 0 and `most` words, whatever they are."""

    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A place, not a word: `^`, `$`, `^^` or `$$`."""

    mark: str


@dataclass(frozen=True, slots=True)
class Not:
    """What follows is none of these; takes no word itself."""

    node: Node


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One after the other."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One of several plain phrases, made by `scoring.phrases`: a word set that no author named."""

    name: str
    entries: tuple[tuple[str, ...], ...]


Node = Word | Set | Gap | Edge | Not | Either | Row | Phrases
EMPTY = Row(())


def leaves(node: Node) -> Iterator[Node]:
    """Yield the words, sets, phrases, gaps and edges that a template is made of, those after `!` too."""
    match node:
        case Either(nodes) | Row(nodes):
            for each in nodes:
                yield from leaves(each)
        case Not(inner):
            yield from leaves(inner)
        case _:
            yield node


_TOKEN = re.compile(r"\s*(?:(\.\.\d*)|(\^\^?|\$\$?)|([()\[\]{}|;!])|(~[\w-]+)|([^\s()\[\]{}|;!^$~]+))")


def parse(template: str, normal: Normal) -> Node:
    """Read a template.

    Raises `TemplateError` where a bracket is open, a set has no name, or nothing is said.
    """
    tokens = _tokens(template)
    node, rest = _either(tokens, 0, normal, template)
    if rest != len(tokens):
        raise TemplateError(f"`{tokens[rest]}` closes nothing in `{template}`")
    if node == EMPTY:
        raise TemplateError("the template is empty")
    return node


def _tokens(template: str) -> list[str]:
    tokens = []
    at = 0
    text = template.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise TemplateError(f"`{text[at:].strip()[:12]}` can't be read in `{template}`")
        tokens.append(found[0].strip())
        at = found.end()
    return tokens


def _either(tokens: list[str], at: int, normal: Normal, template: str) -> tuple[Node, int]:
    ways = []
    while True:
        node, at = _row(tokens, at, normal, template)
        ways.append(node)
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        return (ways[0] if len(ways) == 1 else Either(tuple(ways))), at


def _row(tokens: list[str], at: int, normal: Normal, template: str) -> tuple[Node, int]:
    nodes: list[Node] = []
    while at < len(tokens) and tokens[at] not in {"|", ")", "]", "}", ";"}:
        node, at = _item(tokens, at, normal, template)
        nodes.extend(node.nodes if isinstance(node, Row) else (node,))
    return (nodes[0] if len(nodes) == 1 else Row(tuple(nodes))), at


def _item(tokens: list[str], at: int, normal: Normal, template: str) -> tuple[Node, int]:
    piece = tokens[at]
    if piece in {"(", "["}:
        node, at = _either(tokens, at + 1, normal, template)
        at = _closed(tokens, at, ")" if piece == "(" else "]", template)
        return (node if piece == "(" else Either((node, EMPTY))), at
    if piece == "{":
        return _any_order(tokens, at + 1, normal, template)
    if piece == "!":
        node, at = _item(tokens, at + 1, normal, template)
        return Not(node), at
    return _leaf(piece, normal), at + 1


def _leaf(piece: str, normal: Normal) -> Node:
    if piece.startswith(".."):
        most = int(piece[2:] or DEFAULT_GAP)
        if most > LONGEST_GAP:
            raise TemplateError(f"a gap of {most} words is too wide: {LONGEST_GAP} at most")
        return Gap(most)
    if piece[0] in "^$":
        return Edge(piece)
    if piece.startswith("~"):
        return Set(piece[1:])
    if piece.endswith("+") and len(piece) > 1:
        return Either(tuple(Word(form) for form in forms(piece[:-1].casefold())))
    words = normal(piece)
    return Word(words[0]) if len(words) == 1 else Row(tuple(Word(word) for word in words))


def _closed(tokens: list[str], at: int, bracket: str, template: str) -> int:
    if at >= len(tokens) or tokens[at] != bracket:
        raise TemplateError(f"a `{bracket}` is missing in `{template}`")
    return at + 1


def _any_order(tokens: list[str], at: int, normal: Normal, template: str) -> tuple[Node, int]:
    parts = []
    while True:
        node, at = _either(tokens, at, normal, template)
        parts.append(node)
        if at < len(tokens) and tokens[at] == ";":
            at += 1
            continue
        break
    at = _closed(tokens, at, "}", template)
    if len(parts) != 2:
        raise TemplateError(f"`{{a ; b}}` takes two parts, in `{template}`")
    first, second = parts
    gap = Gap(DEFAULT_GAP)
    return Either((Row((first, gap, second)), Row((second, gap, first)))), at
