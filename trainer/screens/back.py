"""Step back: the moments so far, to take one of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.widgets.plain_text import joined
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

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
        """List the moments, the last one first."""
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
            yield OptionList(
                *(Option(_line(at, each), str(at)) for at, each in reversed(list(enumerate(self._moments)))),
                markup=False,
            )
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))


def _line(at: int, moment: Moment) -> Content:
    partner = " ".join(each.text for each in moment.lines if each.speaker == "partner") or "…"
    you = f"\n   You: {_short(moment.last.text)}" if moment.last else ""
    return joined((f"{at + 1}  ", "bold $text-primary"), _short(partner), (you, "$text-muted"))


def _short(text: str, longest: int = 68) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
