"""Reading a response: which patterns stand where, once scope has had its say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring.denial import DENIAL, Denied
from scoring.match import Board, matches
from scoring.scope import HELPERS, Scope, scope
from scoring.text import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.library import Library, Pattern
    from scoring.verdict import Role, Span

LONGEST = 4_000
"""Words. What is typed beyond is kept and shown, but not scored."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that stands in a response."""

    pattern: Pattern
    sentence: int
    first: int
    """Number of its first word in the sentence."""
    end: int
    span: Span
    """The characters from its first word to its last."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A response, read."""

    text: str
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...]
    heard: frozenset[str] = frozenset()
    """The words of what the partner said just before."""
    taken: tuple[Hit, ...] = ()
    """Patterns that stand there in so many words, and that scope takes away."""
    turned: tuple[int, ...] = ()
    """For each sentence a bit for each word that stands under a negation or another denial."""

    @property
    def size(self) -> int:
        """How many words."""
        return sum(len(each.words) for each in self.sentences)


def read(text: str, role: Role, library: Library, partner_says: str = "", only: str = "") -> Reading:
    """Find every pattern of one role, and every cue, that stands in `text` as an answer to `partner_says`.

    With `only` the id of a pattern, no other is looked for.
    """
    parts = sentences(text, library.writing)
    kept = tuple(each for each in parts if each.start < LONGEST)
    heard = boards(partner_says, role, library)
    scopes = tuple(scope(each) for each in kept)
    met = [
        hit
        for number, under in enumerate(scopes)
        for hit in _met(kept, number, role, library, heard, under, only)
    ]
    denied = Denied(kept, [hit for hit in met if hit.pattern.family.label == DENIAL])
    hits: list[Hit] = []
    taken: list[Hit] = []
    for hit in met:
        stands = _stands(hit, kept[hit.sentence], scopes[hit.sentence], denied)
        (hits if stands else taken).append(hit)
    return Reading(
        text,
        kept,
        tuple(hits),
        frozenset(word for board in heard for word in board.present),
        tuple(taken),
        tuple(under.negated | under.disowned | denied.words(at) for at, under in enumerate(scopes)),
    )


@lru_cache(maxsize=64)
def boards(text: str, role: Role, library: Library) -> tuple[Board, ...]:
    """Lay out each sentence of a text for matching."""
    parts = sentences(text, library.writing)
    return tuple(_board(parts, number, role, scope(each), library) for number, each in enumerate(parts))


def _met(
    parts: tuple[Sentence, ...],
    number: int,
    role: Role,
    library: Library,
    heard: tuple[Board, ...],
    under: Scope,
    only: str,
) -> Iterator[Hit]:
    """Find the patterns that stand in one sentence, before scope is asked."""
    sentence = parts[number]
    mood = "asks" if sentence.asks else "tells"
    board = _board(parts, number, role, under, library)
    for pattern, matcher in library.candidates(board, role):
        if pattern.mood not in {"", mood} or (only and pattern.id != only and pattern.family.label != DENIAL):
            continue
        if pattern.after and not _was_heard(pattern.after, library, heard):
            continue
        for first, end in matches(matcher, board):
            span = (sentence.spans[first][0], sentence.spans[end - 1][1])
            yield Hit(pattern, number, first, end, span)


def _board(parts: tuple[Sentence, ...], number: int, role: Role, under: Scope, library: Library) -> Board:
    words = parts[number].words
    first = 1 if number == 0 else 0
    last = 1 << len(words) if number == len(parts) - 1 else 0
    board = library.board(words, role, under.starts, under.ends, first, last)
    board.turning = under.turning
    return board


def _was_heard(template: str, library: Library, heard: tuple[Board, ...]) -> bool:
    """Whether a template stands in what the partner said."""
    step = library.matcher(template).step
    return any(step(each.inside, each) for each in heard)


def _stands(hit: Hit, sentence: Sentence, under: Scope, denied: Denied) -> bool:
    """Whether scope lets a match stand: no negation that it does not say itself, no other's mouth."""
    bits = (1 << hit.end) - (1 << hit.first)
    if not hit.pattern.denied and (_is_denied(hit, sentence, under) or denied.takes(hit)):
        return False
    return hit.pattern.anywhere or not (under.reported | under.supposed) & bits


def _is_denied(hit: Hit, sentence: Sentence, under: Scope) -> bool:
    """Whether a negation takes a match away.

    One that stands before it does (`I do not think this is not working`). One between its words is its own,
    where its template or its author speaks of one: no gap runs over a negation. One right after a verb that
    leans on it (`my stomach did not`) takes away what is not `turned`.
    """
    if (under.negated | under.disowned) >> hit.first & 1:
        return True
    if hit.pattern.turned:
        return False
    inside = under.negated & ((1 << hit.end) - (1 << hit.first))
    return bool(inside and not hit.pattern.negates) or (
        bool(under.turning >> hit.end & 1) and sentence.words[hit.end - 1] in HELPERS
    )
