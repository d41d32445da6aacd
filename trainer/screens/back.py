"""Step back: the moments so far, to take one of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.widgets.plain_text import Piece, joined
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.events import Key

    from trainer.play.state import Moment, State


class BackScreen(Dialog[int]):
    """Hands back a moment of the path, counted from 0."""

    CSS_PATH = "back.tcss"
    does = ("close",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, state: State) -> None:
        super().__init__()
        self._moments = state.path if state.phase == "ended" else state.passed

    def compose(self) -> ComposeResult:
        """List the moments as they came."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Prose(
                [
                    heading("Step back to"),
                    paragraph(
                        (
                            "You take it from there. What you said after it is kept in the debrief.",
                            "$text-muted",
                        ),
                        gap=0,
                    ),
                ]
            )
            yield OptionList(*self._options(self.app.size.width - AROUND), markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin in the list."""
        moments = self.query_one(OptionList)
        moments.highlighted = len(self._moments) - 1
        moments.focus()

    def on_key(self, event: Key) -> None:
        """Choose by the number of the moment."""
        digit = event.character or ""
        if digit.isascii() and digit.isdigit() and 1 <= int(digit) <= len(self._moments):
            event.stop()
            self.dismiss(int(digit) - 1)

    def on_resize(self) -> None:
        """Lay the list out for the room that there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        """Show the moments, each on two lines that fit."""
        moments = self.query_one(OptionList)
        before = moments.highlighted
        moments.set_options(self._options(moments.size.width - SCROLLBAR))
        moments.highlighted = before

    def _options(self, room: int) -> list[Option]:
        return [Option(_line(at, each, room), str(at)) for at, each in enumerate(self._moments)]

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))


SCROLLBAR = 1
"""Cells that the list may need for it."""
AROUND = 14
"""Cells around the list, about; until it is laid out."""


def _line(at: int, moment: Moment, room: int) -> Content:
    partner = " ".join(each.text for each in moment.lines if each.speaker == "partner") or "…"
    lead = f"{at + 1}  "
    you = " " * len(lead) + "You: "
    pieces: list[str | Piece] = [(lead, "bold $text-primary"), short(partner, room - len(lead))]
    if moment.last:
        pieces.append((f"\n{you}{short(moment.last.text, room - len(you))}", "$text-muted"))
    return joined(*pieces)


def short(text: str, longest: int) -> str:
    """Return as many whole sentences of a text as have room, or else as many whole words and a mark."""
    words = text.split()[:longest]
    fitting = [" ".join(words[:end]) for end in range(len(words), 0, -1)]
    whole = next((each for each in fitting if cell_len(each) <= longest and _is_whole(each, words)), "")
    cut = next((each for each in fitting if cell_len(each) < longest), "")
    return whole or f"{cut.rstrip(',;:')}…"


def _is_whole(begin: str, words: list[str]) -> bool:
    return begin.endswith((".", "!", "?")) or begin == " ".join(words)
