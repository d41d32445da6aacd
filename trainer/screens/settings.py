"""Settings: how it looks, and which subjects to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.themes import TITLES
from trainer.widgets.plain_text import joined
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class SettingsScreen(Dialog[None]):
    """A list in which Enter chooses. What is chosen holds at once."""

    CSS_PATH = "settings.tcss"
    does = ("close", "help")
    about = (
        "Choose with the arrow keys and Enter, or with the mouse. What you choose holds at once and is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    @dataclass
    class ThemeChosen(Message):
        """Another look was chosen."""

        theme: str

    @dataclass
    class SubjectsChosen(Message):
        """The subjects to leave out were changed."""

        hidden: frozenset[str]

    def __init__(self, subjects: Sequence[str], hidden: frozenset[str], kept_in: str) -> None:
        super().__init__()
        self._subjects = tuple(subjects)
        self._hidden = hidden
        self._kept_in = kept_in

    def compose(self) -> ComposeResult:
        """One list for all."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield OptionList(*self._options(), id="settings", markup=False)
            yield Prose([heading("What is kept"), paragraph(_kept(self._kept_in), gap=0)])
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin in the list."""
        options = self.query_one(OptionList)
        options.action_first()
        options.focus()

    def _options(self) -> Iterator[Option]:
        yield Option(joined(("How it looks", "bold $text-secondary")), disabled=True)
        for name, title in TITLES.items():
            yield Option(
                joined(("(•) " if self.app.theme == name else "( ) ", "bold"), title), f"theme:{name}"
            )
        if self._subjects:
            yield Option(joined(("\nLeave out scenes that touch on", "bold $text-secondary")), disabled=True)
        for at, subject in enumerate(self._subjects):
            mark = "[x] " if subject.casefold() in self._hidden else "[ ] "
            yield Option(joined((mark, "bold"), subject), f"subject:{at}")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == "theme":
            self.app.theme = name
            self.post_message(self.ThemeChosen(name))
        else:
            self._hidden ^= {self._subjects[int(name)].casefold()}
            self.post_message(self.SubjectsChosen(self._hidden))
        event.option_list.set_options(self._options())
        event.option_list.highlighted = event.option_index


def _kept(folder: str) -> str:
    if not folder:
        return "Nothing: you play in private, or the data folder cannot be used."
    return (
        f"What you play, on this machine only, in {folder}. “speakup export” takes it with you, "
        "“speakup wipe” deletes it."
    )
