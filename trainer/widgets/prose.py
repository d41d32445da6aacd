"""Paragraphs to read: wrapped at the width there is, with their further lines set in under the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from trainer.widgets.plain_text import Piece, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: Content
    lead: Content
    """What stands before its first line, such as a mark; further lines are set in by its width."""
    gap: int = 1
    """Blank lines before it; none before the first paragraph."""

    @property
    def indent(self) -> int:
        """Cells by which further lines are set in."""
        return cell_len(self.lead.plain)

    def lines(self, width: int) -> list[Content]:
        """Return its lines at a width."""
        blank = " " * self.indent
        wrapped = self.text.wrap(max(8, width - self.indent)) or [Content("")]
        first, *rest = (line.rstrip() for line in wrapped)
        return [self.lead + first, *(Content(blank) + line for line in rest)]


def paragraph(*pieces: str | Piece | Content, lead: str = "", look: str = "", gap: int = 1) -> Paragraph:
    """Return a paragraph of pieces of text; `lead` is a mark, with its look."""
    return Paragraph(joined(*pieces), joined((lead, look)), gap)


def heading(text: str, *, gap: int = 1) -> Paragraph:
    """Return a heading."""
    return paragraph((text, "bold $text-secondary"), gap=gap)


class Prose(Widget):
    """A column of paragraphs, never wider than is good to read."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 100%; max-width: 84; text-wrap: nowrap; }
    """

    def __init__(
        self,
        paragraphs: Iterable[Paragraph] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._paragraphs = tuple(paragraphs)

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Put other paragraphs in their place."""
        self._paragraphs = tuple(paragraphs)
        self.set_class(not self._paragraphs, "empty")
        self.refresh(layout=True)

    @property
    def plain(self) -> str:
        """The text, a line a paragraph."""
        return "\n".join(each.lead.plain + each.text.plain for each in self._paragraphs)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as it may be."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as its lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines at the present width."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for each in self._paragraphs:
            lines += [Content("")] * (each.gap if lines else 0)
            lines += each.lines(width)
        return lines
