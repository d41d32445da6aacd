"""The lower part of the play screen: what is asked for, the list to pick from, the box to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from trainer.widgets.picks import Picks
from trainer.widgets.plain_text import PlainText
from trainer.widgets.response_box import ResponseBox

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Paste
    from textual.widget import Widget

    from trainer.play.view import View


class Desk(Vertical):
    """Where the player answers."""

    DEFAULT_CSS = """
    Desk {
        height: auto;
        padding: 0 1;
        .empty { display: none; }
        #asks { padding: 0 1; height: auto; max-width: 84; text-style: bold; }
        Picks { margin-bottom: 1; }
        &.with-picks ResponseBox { height: 3; }
    }
    """

    _at: tuple[object, ...] = ()
    """The moment for which the list was opened last: in another one, nothing is lit."""

    _asks = ""
    """The question of the moment, where there is one."""

    def compose(self) -> ComposeResult:
        """Lay the three parts below each other."""
        yield PlainText(id="asks", classes="empty")
        yield Picks(gives_letters=True, is_lit=False)
        yield ResponseBox()

    @property
    def box(self) -> ResponseBox:
        """The box to type in."""
        return self.query_one(ResponseBox)

    def show(self, view: View, *, is_picking: bool, pending: str) -> Widget | None:
        """Show what fits the moment; return what should have the focus.

        `pending` are words that were not understood, to be changed.
        """
        says, chooses = "say" in view.actions, "choose" in view.actions
        self._asks = view.asks
        self.ask(view.asks or (_CHANGE if says and view.attempts else ""))
        picks = self.query_one(Picks)
        picks.show(option.says for option in view.options)
        is_open = chooses or (is_picking and "pick" in view.actions)
        at = (view.number, view.attempts, view.phase, is_open)
        if at != self._at:
            picks.highlighted = None
        self._at = at
        picks.set_class(not is_open, "empty")
        self.set_class(is_open, "with-picks")
        self.box.set_class(not says, "empty")
        if view.phase == "rephrasing" and not self.box.text:
            self.box.fill(pending)
        if not says:
            return None
        return picks if is_open else self.box

    @on(Picks.Typed)
    def _type(self, event: Picks.Typed) -> None:
        """Own words can be typed wherever there is a box for them."""
        if not self.box.has_class("empty"):
            self.box.focus()
            self.box.insert(event.character)

    @on(Picks.NotChosen)
    def _tell_how(self) -> None:
        self.ask(" ".join(filter(None, (self._asks, NOT_CHOSEN))))

    def on_paste(self, event: Paste) -> None:
        """Take what is pasted into the list as own words."""
        if not self.box.has_class("empty"):
            self.box.focus()
            self.box.take(event.text)

    def ask(self, text: str) -> None:
        """Say what is waited for."""
        asks = self.query_one("#asks", PlainText)
        asks.show(text)
        asks.set_class(not text, "empty")


NOT_CHOSEN = "Nothing is chosen yet. Press a number, or an arrow key and Enter."
_CHANGE = "Try it another way: change your words, or type new ones over them."
