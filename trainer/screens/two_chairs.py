"""Two chairs: what went on in each of the two, and what you said there, beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, VerticalScroll

from trainer.play.chairs import told_in
from trainer.screens.actions import bindings
from trainer.screens.room import Room
from trainer.widgets.prose import Paragraph, Prose, heading, paragraph
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from trainer.play.chairs import Chair, TwoChairs, Voice


class TwoChairsScreen(Room[str]):
    """Hands back the id of the other chair where the player wants to play it; None where it was closed."""

    CSS_PATH = "two_chairs.tcss"
    does = ("other_chair", "settings", "help", "close")
    shows_all = True
    about = (
        "The same minutes from both chairs: first the one that you look back on, then the other. What goes "
        "on inside is the story's; what was said is yours."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, chairs: TwoChairs, title: str) -> None:
        super().__init__()
        self._chairs = chairs
        self._title = title

    def compose(self) -> ComposeResult:
        """Lay out a row a moment, with a column a chair where there is room."""
        yield TitleBar(self._title, "two chairs")
        with VerticalScroll(id="page"):
            yield Prose([paragraph(told_in(self._chairs))])
            for number, each in enumerate(self._chairs.moments, 1):
                yield Prose(
                    [paragraph((each.title, "bold $text-secondary"), lead=f"{number}  ", look="$text-muted")],
                    classes="title",
                )
                with Container(classes="moment"):
                    yield Prose(_voice_text(self._chairs.here, each.here))
                    yield Prose(_voice_text(self._chairs.there, each.there))
        yield self.key_bar()

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#page").focus()

    def action_other_chair(self) -> None:
        """Play the other chair."""
        self.dismiss(self._chairs.other)

    def action_close(self) -> None:
        """Go back to the debrief."""
        self.dismiss(None)


def _voice_text(chair: Chair, voice: Voice) -> Iterator[Paragraph]:
    """Return one chair at one moment."""
    yield heading(chair.name)
    if voice.inner:
        yield paragraph((voice.inner, "italic"), lead="  ", gap=0)
    if voice.said:
        yield paragraph(("You said: ", "$text-primary"), f"“{voice.said}”", lead="  ", gap=0)
    elif chair.was_played:
        yield paragraph(("You did not come by here.", "$text-muted"), lead="  ", gap=0)
