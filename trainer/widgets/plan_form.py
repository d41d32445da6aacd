"""One if-then sentence for the real session, and a line for the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from scoring.text import clean
from trainer.play.plan import sentence
from trainer.widgets.plain_text import PlainText, joined
from trainer.widgets.prose import Prose, heading, paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from trainer.play.events import Planned

LONGEST = 300


class PlanForm(Vertical):
    """Asks for a sentence of two halves: when it gets hard, and what the player will say then."""

    DEFAULT_CSS = """
    PlanForm {
        height: auto;
        max-width: 84;
        margin-bottom: 1;
        border-left: outer $border-blurred;
        padding: 0 1;
        Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
        Input:focus { border: none; background: $surface; text-style: none; background-tint: $foreground 8%; }
        #kept { color: $text-success; height: auto; }
    }
    """

    @dataclass
    class Written(Message):
        """The sentence was written."""

        when: str
        then: str
        note: str

    def __init__(self, plan: Planned | None) -> None:
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """Two halves and a line for the journal."""
        yield Prose(
            [
                heading("One sentence for your real session"),
                paragraph(("It helps most when it is small and exact.", "$text-muted"), gap=0),
            ]
        )
        yield PlainText("When it gets hard:")
        yield Input(self._plan.when if self._plan else "", placeholder=_WHEN, id="when", max_length=LONGEST)
        yield PlainText("Then I will say:")
        yield Input(self._plan.then if self._plan else "", placeholder=_THEN, id="then", max_length=LONGEST)
        yield PlainText("For your journal, if you like:")
        yield Input(placeholder=_NOTE, id="note", max_length=LONGEST)
        yield PlainText(id="kept")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Keep what is written; go to the half that is missing."""
        when, then, note = (
            clean(self.query_one(id_, Input).value).strip() for id_ in ("#when", "#then", "#note")
        )
        if not when:
            self.query_one("#when").focus()
        elif not then:
            self.query_one("#then").focus()
        else:
            self.post_message(self.Written(when, then, note))

    def show_kept(self, *, is_saved: bool) -> None:
        """Tell that it is kept, and say it back whole."""
        when, then = (clean(self.query_one(id_, Input).value).strip() for id_ in ("#when", "#then"))
        told = "Kept with this session" if is_saved else "Not saved: write it down if you want to have it"
        self.query_one("#kept", PlainText).show(joined((f"✓ {told}: ", "bold"), sentence(when, then)))
        self.query_one("#note", Input).value = ""


_WHEN = "When I want to say that it is fine"
_THEN = "I noticed something, give me a second."
_NOTE = "What do you want to remember?"
