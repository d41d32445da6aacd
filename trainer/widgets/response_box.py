"""The box in which the player types a response of several lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from scoring.text import clean

if TYPE_CHECKING:
    from textual.events import Key, Paste

LONGEST = 6000
"""The most characters that one response can have."""
SAY = ("enter", "ctrl+j", "ctrl+s")
NEW_LINE = ("ctrl+n", "alt+enter", "shift+enter", "ctrl+enter")


class ResponseBox(TextArea):
    """Enter says it; Ctrl+N begins a new line. What is pasted is cleaned and cut to length."""

    DEFAULT_CSS = """
    ResponseBox {
        height: 5;
        border: none;
        border-left: outer $border-blurred;
        padding: 0 1;
        background: $surface;
        & .text-area--cursor-line { background: $surface; }
        & .text-area--placeholder { color: $text-muted; }
        &:focus { border: none; border-left: outer $border; }
    }
    """

    @dataclass
    class Submitted(Message):
        """The player wants to say this."""

        text: str

    def __init__(self) -> None:
        super().__init__(
            id="box",
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            placeholder=Content(_PLACEHOLDER),
        )

    yields: frozenset[str] = frozenset()
    """Keys that are not text for a moment, since the screen has something to do with them."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Let the screen have the keys that the box yields."""
        return key not in self.yields and super().check_consume_key(key, character)

    def fill(self, text: str, *, is_selected: bool = False) -> None:
        """Put `text` into the box; selected text gives way to the first key typed."""
        self.load_text(clean(text))
        end = self.document.end
        self.selection = Selection((0, 0), end) if is_selected and text else Selection.cursor(end)

    async def _on_key(self, event: Key) -> None:
        if event.key in SAY:
            self.submit()
        elif event.key in NEW_LINE:
            self.new_line()
        else:
            return
        event.stop()
        event.prevent_default()

    def submit(self) -> None:
        """Say what is in the box."""
        if not self.read_only:
            self.post_message(self.Submitted(self.text))

    def new_line(self) -> None:
        """Begin a new line."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)

    async def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take(event.text)

    def take(self, text: str) -> None:
        """Take in a text from elsewhere, cleaned and cut to length."""
        room = max(0, LONGEST - len(self.text) + len(self.selected_text))
        if not self.read_only:
            self.replace(clean(text)[:room], *self.selection, maintain_selection_offset=False)


_PLACEHOLDER = "Say it in your own words, then press Enter."
