"""“I meant it”: the player was read wrongly and says what they meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList

from scoring.text import clean
from trainer.play.events import OTHERWISE
from trainer.play.view import options
from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.widgets.picks import Picks
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from trainer.play.state import State


class MeantScreen(Dialog[tuple[str, str]]):
    """Hands back the reply that was meant, and a note for the author of the scene."""

    CSS_PATH = "meant.tcss"
    does = ("close",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, state: State) -> None:
        super().__init__()
        self._options = options(state)
        last = state.moment.last
        self._text = last.text if last else ""

    def compose(self) -> ComposeResult:
        """Lay out the words, what they could mean, and a line for the author."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Prose(
                [
                    heading("What did you mean?"),
                    paragraph(f"“{self._text}”", lead="  ", gap=0),
                    paragraph(("Choose what comes nearest. The story goes on from there.", "$text-muted")),
                ]
            )
            yield Picks(id="meanings", is_lit=False)
            yield Input(placeholder=_NOTE, id="note", max_length=400)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin in the list."""
        picks = self.query_one(Picks)
        picks.show([*(each.says for each in self._options), "None of these: something of my own"])
        picks.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        at = event.option_index
        reply = self._options[at].reply if at < len(self._options) else OTHERWISE
        self.dismiss((reply, clean(self.query_one(Input).value).strip()))

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one(Picks).focus()


_NOTE = "A note for the author, if you like (Tab)"
