"""A response with its words lit: the same in marks as in colour, so that nothing is said by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.verdict import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the response, with the numbers of the labels whose evidence it is."""

    text: str
    numbers: tuple[int, ...]


def pieces(text: str, evidence: Sequence[Sequence[Span]]) -> Iterator[Piece]:
    """Cut `text` where evidence begins and ends; `evidence[0]` are the spans of label number 1."""
    cuts = {0, len(text)} | {min(at, len(text)) for spans in evidence for span in spans for at in span}
    places = sorted(cuts)
    for start, end in pairwise(places):
        numbers = tuple(
            number
            for number, spans in enumerate(evidence, 1)
            if any(first <= start and end <= last for first, last in spans)
        )
        yield Piece(text[start:end], numbers)


def marked(piece: Piece) -> str:
    """Return a piece with its marks: `[I was hurt](1,3)`."""
    return f"[{piece.text}]({','.join(map(str, piece.numbers))})" if piece.numbers else piece.text
