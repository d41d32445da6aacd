"""The reading part of the play screen: the talk, and the coach below it or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll

from trainer.widgets.coach import Coach
from trainer.widgets.desk import Desk
from trainer.widgets.talk import Talk, Try

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from trainer.play.state import Said
    from trainer.widgets.prose import Paragraph


class Stage(Horizontal):
    """Talk and desk on the left; on wide terminals the coach has a pane of its own on the right."""

    DEFAULT_CSS = """
    Stage {
        height: 1fr;
        #left { width: 1fr; height: 1fr; }
        #page { height: 1fr; margin-bottom: 1; }
        #beside { display: none; }
        #below { margin-bottom: 1; }
        .empty { display: none; }
    }
    """

    is_feedback = False
    """Whether there is feedback to read now."""

    def compose(self) -> ComposeResult:
        """Lay out both places of the coach; the style sheet shows one of them."""
        with Vertical(id="left"):
            with VerticalScroll(id="page", can_focus=False):
                yield Talk()
                yield Coach(id="below")
            yield Desk()
        yield Coach(id="beside")

    def on_scroll(self, told: Callable[[], None]) -> None:
        """Have it told when a page is turned."""
        for page in ("#page", "#beside"):
            self.watch(self.query_one(page), "scroll_y", told, init=False)

    def show_talk(
        self, *, setting: str, past: Iterable[Said], now: Iterable[Said], tries: Sequence[Try]
    ) -> None:
        """Show the talk up to now."""
        self.query_one(Talk).show(setting=setting, past=past, now=now, tries=tries)

    def show_coach(self, text: Sequence[Paragraph], otherwise: Sequence[Paragraph]) -> None:
        """Show what the coach says; the pane of its own has `otherwise` where there is nothing."""
        self.query_one("#below", Coach).show(text)
        self.query_one("#beside", Coach).show(text or otherwise)

    def on_resize(self) -> None:
        """Keep in view what is new, however the lines break now."""
        self.call_after_refresh(self.place)

    def place(self) -> None:
        """Bring what is new into view: the response with what it led to, or the partner's last line."""
        page = self.query_one("#page", VerticalScroll)
        if self.is_feedback:
            page.scroll_to(y=self.query_one(Talk).top_of_response, animate=False)
        else:
            page.scroll_end(animate=False)

    @property
    def page(self) -> VerticalScroll:
        """What is read now: the coach's pane, or the column with the talk."""
        beside = self.query_one("#beside", Coach)
        return beside if beside.display and self.is_feedback else self.query_one("#page", VerticalScroll)

    @property
    def has_more(self) -> bool:
        """Whether there is more to read below."""
        return self.page.scroll_target_y < self.page.max_scroll_y

    def read_on(self, pages: int) -> None:
        """Turn a page, on or back."""
        self.read_line(pages * max(1, self.page.size.height - 2))

    def read_line(self, lines: int) -> None:
        """Move the page by lines."""
        self.page.scroll_relative(y=lines, animate=False)
