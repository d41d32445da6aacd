"""Text as people type it, turned into words that patterns can read.

A response becomes sentences, a sentence becomes words in normal form (`don't`
and `dont` are both `do not`), and each word still knows which characters of the
response it came from, so that evidence can be lit up in the text as typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring.affirm import left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scoring.verdict import Span

LONGEST_SENTENCE = 80
"""Words. A text without punctuation is cut here, so that work grows in step with length and no faster."""

SHORT_OPENING = 2
"""Words. A sentence as short as `Yeah.` or `No thanks.` is read together with the next."""

LONGEST_SHORT_FORM = 4
"""Letters. A longer word in capitals is shouted."""

_REMOVED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)
_APOSTROPHES = re.compile("[’‘ʼ`´′]")
_PIECE = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’‘ʼ`´′][^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<stop>[.!?…]+|\n\s*)"
    r"|(?P<pause>[,;:()\[\]{}\"“”*/—–|-]+)"
    r"|(?P<sign>[^\s\w])"
)
_SAID = frozenset(("word", "number"))
_LONG_RUN = re.compile(r"(.)\1{2,}")


def clean(text: str) -> str:
    """Return `text` as data: NFC, without control characters (newline and tab stay) or bidi overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REMOVED.sub("", unicodedata.normalize("NFC", text))


@dataclass(frozen=True, slots=True)
class Writing:
    """How people write: what a written form stands for, and which words the library knows."""

    forms: Mapping[str, tuple[str, ...]]
    """Contractions, texting short forms and emoji, each with the words it stands for."""
    suffixes: Mapping[str, tuple[str, ...]]
    """What `'ll`, `n't` and their kin stand for after any word."""
    known: Callable[[str], bool]
    """Whether a word needs no mending."""
    mend: Callable[[str], tuple[str, ...]]
    """The words that an unknown word was probably meant to be, or the word itself."""
    mend_capital: Callable[[str], tuple[str, ...]]
    """The same for a word that begins a sentence with a capital, and may be a name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words in normal form, and where each came from."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    """For each word the characters that it came from; both words of `don't` share theirs."""
    pauses: int
    """A bit for each word that a comma, dash, bracket or trailing dots stand before."""
    asks: bool
    """It ends with a question mark."""
    exclaims: bool
    start: int
    """The number of words in the response before this sentence."""


def sentences(text: str, writing: Writing) -> tuple[Sentence, ...]:
    """Cut `text` into sentences of words in normal form."""
    return tuple(_sentences(text, writing))


@dataclass(slots=True)
class _Open:
    """A sentence that is still being read."""

    start: int
    words: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    pauses: int = 0

    def pause(self) -> None:
        self.pauses |= 1 << len(self.words)

    def closed(self, mark: str = "") -> Sentence:
        self._affirm()
        return Sentence(
            tuple(self.words), tuple(self.spans), self.pauses, "?" in mark, "!" in mark, self.start
        )

    def _affirm(self) -> None:
        """Read two negations as none; see `scoring.affirm`."""
        gone = left_out(self.words, self.pauses)
        if gone:
            kept = [place for place in range(len(self.words)) if place not in gone]
            self.pauses = sum(1 << at for at, place in enumerate(kept) if self.pauses >> place & 1)
            self.words = [self.words[place] for place in kept]
            self.spans = [self.spans[place] for place in kept]


def _sentences(text: str, writing: Writing) -> Iterator[Sentence]:
    """Cut and normalise. What has a capital inside a sentence is a name, and never mended."""
    now = _Open(0)
    shouts = not any(map(str.islower, text))
    inside = writing if shouts else replace(writing, mend=_as_it_is)
    opening = writing if shouts else replace(writing, mend=writing.mend_capital)
    for piece in _PIECE.finditer(text):
        kind, token = piece.lastgroup, piece[0]
        if kind == "pause" or (kind == "stop" and _only_pauses(token, now)):
            now.pause()
        elif (kind == "stop" or len(now.words) >= LONGEST_SENTENCE) and now.words:
            yield now.closed(token if kind == "stop" else "")
            now = _Open(now.start + len(now.words))
        if kind in _SAID or (kind == "sign" and token in writing.forms):
            capital = inside if now.words else opening
            for word in normal(token, capital if _is_name(token) else writing):
                now.words.append(word)
                now.spans.append(piece.span())
    if now.words:
        yield now.closed()


def _is_name(token: str) -> bool:
    """Whether a token is written as a name or a short form (`EMDR`) is."""
    return token[0].isupper() and not (token.isupper() and len(token) > LONGEST_SHORT_FORM)


def _as_it_is(word: str) -> tuple[str, ...]:
    return (word,)


def _only_pauses(mark: str, now: _Open) -> bool:
    """Whether a full stop only pauses: dots that hesitate, or the end of a sentence as short as `Yeah.`."""
    return _trails_off(mark) or (len(now.words) <= SHORT_OPENING and "?" not in mark)


def _trails_off(mark: str) -> bool:
    """Whether dots only hesitate (`um.. i mean`), where one dot would end a sentence."""
    return mark[0] in ".…" and "?" not in mark and "!" not in mark and mark != "."


def normal(token: str, writing: Writing) -> tuple[str, ...]:
    """Return the words that one written token stands for."""
    low = _APOSTROPHES.sub("'", token).casefold()
    form = writing.forms.get(low)
    if form is not None:
        return form
    if "'" in low:
        return _contraction(low, writing)
    if writing.known(low) or not low.isalpha():
        return (low,)
    if _LONG_RUN.search(low):
        return _drawn_out(low, writing)
    return writing.mend(low)


def _contraction(low: str, writing: Writing) -> tuple[str, ...]:
    for suffix, meaning in writing.suffixes.items():
        if low.endswith(suffix) and len(low) > len(suffix):
            return (*normal(low[: -len(suffix)], writing), *meaning)
    joined = low.replace("'", "")
    return writing.forms.get(joined, (joined,))


def _drawn_out(low: str, writing: Writing) -> tuple[str, ...]:
    """Read `sooooo` as `so` and `reallllly` as `really`."""
    for keep in (r"\1\1", r"\1"):
        short = _LONG_RUN.sub(keep, low)
        if short in writing.forms:
            return writing.forms[short]
        if writing.known(short):
            return (short,)
    return writing.mend(_LONG_RUN.sub(r"\1", low))


@lru_cache(maxsize=1)
def plain_writing() -> Writing:
    """A writing that knows no short forms and mends nothing, for tests and tools."""
    return Writing({}, {}, lambda _: True, _as_it_is, _as_it_is)
