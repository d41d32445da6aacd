"""A question with a few answers, asked in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.widgets.picks import Picks
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Question(Dialog[str]):
    """Hands back the answer that was chosen; None where it was only closed."""

    does: ClassVar[tuple[str, ...]] = ("close",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, title: str, text: Sequence[str], answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers
        """What each answer hands back, and its words."""

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Prose([heading(self._title), *(paragraph(each) for each in self._text)])
            yield Picks(id="answers")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin on the first answer."""
        picks = self.query_one(Picks)
        picks.show(words for _, words in self._answers)
        picks.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._answers[event.option_index][0])
