"""The first screen of the first run: what this is, what it keeps and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button

from trainer.screens.dialog import Dialog
from trainer.widgets.plain_text import plain
from trainer.widgets.prose import Paragraph, Prose, paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class WelcomeScreen(Dialog[str]):
    """Read once, then never shown again."""

    CSS_PATH = "welcome.tcss"
    does: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "begin", show=False),
        Binding("down,pagedown", "read_on(1)", show=False),
        Binding("up,pageup", "read_on(-1)", show=False),
    ]

    def __init__(self, kept_in: str) -> None:
        super().__init__()
        self._kept_in = kept_in
        """The folder; empty where nothing is kept."""

    def compose(self) -> ComposeResult:
        """Lay out a few lines, and one button that is always in sight."""
        with Vertical(classes="sheet"):
            with VerticalScroll(id="text", can_focus=False):
                yield Prose(welcome_text(self._kept_in))
            yield Button(plain("Begin"), id="begin", compact=True, variant="primary")

    def on_mount(self) -> None:
        """One key is enough."""
        self.set_focus(self.query_one(Button))

    def on_button_pressed(self) -> None:
        """Do what the key does."""
        self.action_begin()

    def action_read_on(self, lines: int) -> None:
        """Move the text where it is longer than the screen."""
        self.query_one("#text").scroll_relative(y=lines, animate=False)

    def action_begin(self) -> None:
        """Go on to the scenes."""
        self.dismiss("begin")


def welcome_text(kept_in: str) -> list[Paragraph]:
    """Return what a person should know before they begin."""
    kept = (
        f"What you play is kept on this machine only, in {kept_in}. Nothing is ever sent. "
        "“speakup wipe” deletes all of it."
        if kept_in
        else "This time nothing is kept at all: when you close the program, it is gone."
    )
    return [
        paragraph(("speakup", "bold $text-primary")),
        paragraph(
            "Here you can practise hard sentences in therapy: telling your therapist what is wrong between "
            "you, or, as a therapist, mending it. You type or pick what you say. The other one reacts, and "
            "you see in your own words what was open and what was missing. Then you can try again, as often "
            "as you like."
        ),
        paragraph(("Private. ", "bold"), kept),
        paragraph(
            ("Practice, not treatment. ", "bold"),
            "It cannot replace a person, and it is no help line. In danger, call your emergency number, or "
            "find someone to talk to at findahelpline.com.",
        ),
        paragraph(("Your pace. ", "bold"), "Esc and then x leaves a scene at once. So does typing pause."),
    ]
