"""The talk so far: to read, to copy, to save as a Markdown file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from trainer.play.transcript import markdown, plain
from trainer.screens.actions import bindings
from trainer.screens.dialog import Dialog
from trainer.screens.room import tell
from trainer.screens.writing import write_new
from trainer.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from trainer.play.chairs import TwoChairs
    from trainer.play.state import State


class TranscriptScreen(Dialog[None]):
    """The talk as text."""

    CSS_PATH = "transcript.tcss"
    does = ("close", "copy", "export", "help")
    about = "The talk so far. Copy it, or save it as a file of your own. Nothing is sent anywhere."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, state: State, chairs: TwoChairs | None = None) -> None:
        super().__init__()
        self._state = state
        self._chairs = chairs
        """Both chairs, to stand below the talk, where there are two."""

    def compose(self) -> ComposeResult:
        """Lay out the text, and a line for the name of the file."""
        with VerticalScroll(classes="sheet"):
            yield PlainText(plain(self._state, self._chairs))
        with Vertical(id="saving", classes="empty"):
            yield PlainText("Save as (Enter saves it):")
            yield Input(id="file")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin at the end, where the talk is; one that is over is read from its beginning."""
        sheet = self.query_one(VerticalScroll)
        sheet.focus()
        if self._chairs is None:
            sheet.scroll_end(animate=False)

    def action_copy(self) -> None:
        """Copy the text by way of the terminal."""
        self.app.copy_to_clipboard(plain(self._state, self._chairs))
        tell(self.app, "Copied, if your terminal lets programs copy. If not, save it as a file.")

    def action_export(self) -> None:
        """Ask for the name of the file."""
        self.query_one("#saving").remove_class("empty")
        file = self.query_one("#file", Input)
        file.value = str(_suggested(self._state.scenario.id))
        file.focus()

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._write(event.value.strip())

    @work(thread=True, exclusive=True)
    def _write(self, file: str) -> None:
        told = write_new(file, markdown(self._state, self._chairs))
        self.app.call_from_thread(self._written, told)

    def _written(self, told: str) -> None:
        tell(self.app, told)
        self.query_one("#saving").add_class("empty")
        self.query_one(VerticalScroll).focus()


def _suggested(scenario: str) -> Path:
    """Return a name in the home folder that is free, most probably."""
    return Path.home() / f"{scenario}-{datetime.now().astimezone():%Y-%m-%d-%H%M}.md"
