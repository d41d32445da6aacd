"""The line on top: what is open on the left, where one stands on the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from scoring.text import clean


class TitleBar(Widget):
    """Two texts in one line; the right one gives way piece by piece where there is no room."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; padding: 0 2; background: $panel; color: $foreground; }
    """

    def __init__(self, left: str = "", *rights: str) -> None:
        super().__init__()
        self._left = clean(left)
        self._rights = tuple(map(clean, rights))
        """From the longest to the shortest: the first one that fits is shown."""

    def show(self, left: str, *rights: str) -> None:
        """Put other texts in their place."""
        self._left, self._rights = clean(left), tuple(map(clean, rights))
        self.refresh()

    def render(self) -> Content:
        """Draw the two texts with the space between them."""
        width = self.size.width
        left = Content.styled(self._left, "bold").truncate(width, ellipsis=True)
        room = width - left.cell_length - 3
        right = next((each for each in self._rights if cell_len(each) <= room), "")
        return left + Content.styled(
            " " * (width - left.cell_length - cell_len(right)) + right, "$text-muted"
        )
