"""The coach: beside the talk where there is room, below it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from trainer.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from trainer.widgets.prose import Paragraph


class Coach(VerticalScroll, can_focus=False):
    """Hints and feedback as one text to read."""

    DEFAULT_CSS = """
    Coach { height: auto; padding: 0 2; }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Prose()

    def show(self, text: Sequence[Paragraph]) -> None:
        """Show a text from its beginning."""
        self.query_one(Prose).show(text)
        self.set_class(not text, "empty")
        self.scroll_home(animate=False)
