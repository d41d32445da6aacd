"""The player's own words with what was found in them lit up: by colour, by weight and by a small number."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from trainer.widgets.plain_text import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.content import Content

    from trainer.play.feedback import Mark
    from trainer.widgets.plain_text import Piece


class Labelled(Protocol):
    """What has a label of the codebook."""

    @property
    def label(self) -> str:
        """Its name."""


SKILL = "bold underline $text-success"
PITFALL = "italic underline $text-warning"
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def small(number: int) -> str:
    """Return a number as small raised figures."""
    return str(number).translate(_SMALL)


def numbered(marks: Iterable[Mark], found: Iterable[Labelled] = ()) -> dict[str, int]:
    """Give each label its number, from 1, in the order of the text; those without words come last."""
    labels = (*(mark.label for mark in marks), *(each.label for each in found))
    return {label: number for number, label in enumerate(dict.fromkeys(labels), 1)}


def lit(text: str, marks: Sequence[Mark], numbers: Mapping[str, int]) -> Content:
    """Return `text` with the words of `marks` lit; each stretch is followed by the numbers of its labels."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in mark.span if edge <= len(text))})
    pieces: list[str | Piece] = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.span[0] <= start and end <= mark.span[1]]
        pieces.append((text[start:end], _look(over)))
        pieces += _ending([mark for mark in marks if mark.span[1] == end], numbers)
    return joined(*pieces)


def _ending(marks: Sequence[Mark], numbers: Mapping[str, int]) -> Iterable[Piece]:
    """Return the numbers of the marks that end here, with a point between two."""
    ending = {numbers[mark.label]: mark for mark in marks if mark.label in numbers}
    for at, (number, mark) in enumerate(sorted(ending.items())):
        yield ("·" if at else "") + small(number), _look([mark]).replace("underline ", "")


def _look(over: Sequence[Mark]) -> str:
    """Return the look of a stretch; of several marks on it the one on the fewest words says the most."""
    if not over:
        return ""
    nearest = min(over, key=lambda mark: mark.span[1] - mark.span[0])
    return SKILL if nearest.is_skill else PITFALL
