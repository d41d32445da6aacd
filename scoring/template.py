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
from collections.abc import Callable
from dataclasses import dataclass

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


Node = Word | Set | Gap | Edge | Not | Either | Row
EMPTY = Row(())

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


_IRREGULAR = {
    verb: tuple(forms.split())
    for verb, forms in (
        line.split(":")
        for line in """be:am is are was were been being
become:becomes became becoming
begin:begins began begun beginning
bite:bites bit bitten biting
break:breaks broke broken breaking
bring:brings brought bringing
buy:buys bought buying
catch:catches caught catching
choose:chooses chose chosen choosing
come:comes came coming
cost:costs costing
cut:cuts cutting
deal:deals dealt dealing
do:does did done doing
draw:draws drew drawn drawing
drink:drinks drank drunk drinking
drive:drives drove driven driving
eat:eats ate eaten eating
fall:falls fell fallen falling
feel:feels felt feeling
fight:fights fought fighting
find:finds found finding
forget:forgets forgot forgotten forgetting
freeze:freezes froze frozen freezing
get:gets got gotten getting
give:gives gave given giving
go:goes went gone going
grow:grows grew grown growing
have:has had having
hear:hears heard hearing
hide:hides hid hidden hiding
hit:hits hitting
hold:holds held holding
hurt:hurts hurting
keep:keeps kept keeping
know:knows knew known knowing
lay:lays laid laying
lead:leads led leading
leave:leaves left leaving
let:lets letting
lie:lies lied lying
lose:loses lost losing
make:makes made making
mean:means meant meaning
meet:meets met meeting
miss:misses missed missing
pay:pays paid paying
put:puts putting
quit:quits quitting
read:reads reading
ride:rides rode ridden riding
ring:rings rang rung ringing
run:runs ran running
rush:rushes rushed rushing
say:says said saying
see:sees saw seen seeing
sell:sells sold selling
send:sends sent sending
set:sets setting
shake:shakes shook shaken shaking
show:shows showed shown showing
shut:shuts shutting
sink:sinks sank sunk sinking
sit:sits sat sitting
sleep:sleeps slept sleeping
speak:speaks spoke spoken speaking
spend:spends spent spending
stand:stands stood standing
steal:steals stole stolen stealing
stick:sticks stuck sticking
sting:stings stung stinging
swallow:swallows swallowed swallowing
take:takes took taken taking
teach:teaches taught teaching
tell:tells told telling
think:thinks thought thinking
throw:throws threw thrown throwing
understand:understands understood understanding
wake:wakes woke woken waking
wear:wears wore worn wearing
win:wins won winning
write:writes wrote written writing""".splitlines()
    )
}
_VOWELS = "aeiou"


def forms(word: str) -> tuple[str, ...]:
    """Return every form of a verb (or noun): the word, then -s, -ed, -ing, or its irregular forms."""
    if word in _IRREGULAR:
        return (word, *_IRREGULAR[word])
    if word.endswith("e"):
        return (word, word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        return (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = word + word[-1] if _doubles(word) else word
    return (word, plural, stem + "ed", stem + "ing")


def _doubles(word: str) -> bool:
    """Whether the last letter doubles, as in `stopped`: one syllable, consonant, vowel, consonant."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS + "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in word) == 1
    )
