"""The words to light up for a label: pieces of the response that a reader can make sense of.

A pattern points at the few words that decided (`might be my`). A reader wants the phrase (`Might be my
headphones`), and is puzzled by a lone `though` beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.verdict import Span

MOST_AFTER, MOST_BEFORE = 6, 2
"""Words that a piece grows by, to where its clause ends and begins."""
MOST_PIECES = 3
_PAUSE = re.compile(r"[,.;:!?…\n()\[\]\"“”–—]|\s-+\s|\b(?:but|and|because|so|when|if)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def lit(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the pieces of `text` to light up for the evidence at `spans`, in order, never overlapping."""
    pieces: list[Span] = []
    for start, end in sorted(_widened(text, *span) for span in spans):
        if pieces and start <= pieces[-1][1] + 1:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    longest = sorted(pieces, key=lambda piece: -_size(text, piece))[:MOST_PIECES]
    telling = [piece for piece in longest if _size(text, piece) > 1] or longest
    return tuple(sorted(telling))


def _size(text: str, piece: Span) -> int:
    return len(_WORD.findall(text[piece[0] : piece[1]]))


def _widened(text: str, start: int, end: int) -> Span:
    """A span up to the ends of its clause, where these are near."""
    stop = _PAUSE.search(text, end)
    after = text[end : stop.start() if stop else len(text)]
    if len(_WORD.findall(after)) <= MOST_AFTER:
        end += len(after.rstrip())
    begin = max((found.end() for found in _PAUSE.finditer(text, 0, start)), default=0)
    before = text[begin:start]
    if len(_WORD.findall(before)) <= MOST_BEFORE:
        start -= len(before.lstrip())
    return start, end
