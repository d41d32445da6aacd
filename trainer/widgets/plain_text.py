"""Text that is only text: the one way in which words of people and files reach the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from scoring.text import clean

if TYPE_CHECKING:
    from textual.style import Style

Piece = tuple[str, "str | Style"]
"""A piece of text and how it looks, such as `("quiet", "$text-success bold")`."""


def plain(text: str, style: str = "") -> Content:
    """Return `text` without control characters, in which no mark-up is read."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def joined(*pieces: str | Piece | Content) -> Content:
    """Join pieces of text, each with its own look; no mark-up is read in any of them."""
    return Content.assemble(*(_cleaned(piece) for piece in pieces))


def _cleaned(piece: str | Piece | Content) -> str | Piece | Content:
    if isinstance(piece, Content):
        return piece
    if isinstance(piece, str):
        return clean(piece)
    return clean(piece[0]), piece[1]


class PlainText(Static):
    """A text in which nothing is read as mark-up."""

    def __init__(
        self,
        text: str | Content = "",
        *,
        id: str | None = None,  # noqa: A002 - as in every widget
        classes: str | None = None,
    ) -> None:
        super().__init__(_shown(text), id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Put another text in its place."""
        self.update(_shown(text))


def _shown(text: str | Content) -> Content:
    return text if isinstance(text, Content) else plain(text)
