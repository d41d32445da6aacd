"""Help for the screen that is open: what it is for, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll

from trainer.screens.actions import Action, bindings, readable
from trainer.screens.dialog import Dialog
from trainer.widgets.prose import Paragraph, Prose, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class HelpScreen(Dialog[None]):
    """One page to read."""

    does = ("close",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, about: str, actions: Sequence[Action]) -> None:
        super().__init__()
        self._about = about
        self._actions = actions

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="sheet"):
            yield Prose(help_text(self._about, self._actions))
        yield self.key_bar()

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()


def help_text(about: str, actions: Sequence[Action]) -> list[Paragraph]:
    """Return the page: what the screen is for, its keys, and what holds everywhere."""
    found = [heading("Help"), *([paragraph(about, gap=0)] if about else []), heading("Keys here")]
    for each in actions:
        keys = " or ".join(readable(key) for key in (*each.keys, *filter(None, [each.letter])))
        found.append(
            paragraph(
                (f"{each.title}. ", "bold"), each.says, lead=keys.ljust(14), look="$text-primary", gap=0
            )
        )
    found.append(paragraph(("Single letters work where you are not typing.", "$text-muted"), gap=0))
    found.append(heading("Everywhere"))
    found += [paragraph(text, lead=f"{key:14}", look="$text-primary", gap=0) for key, text in _EVERYWHERE]
    found += [heading("What this is"), *(paragraph(text, gap=0) for text in _WHAT)]
    return found


_EVERYWHERE = (
    ("Ctrl+P", "All that can be done here, to search in."),
    ("Tab", "From one part of the screen to the next."),
    ("Page Up, Down", "Scroll. The mouse works for everything, too."),
    ("Esc", "Close what is open."),
    ("Ctrl+Q", "Quit. Nothing is lost."),
)
_WHAT = (
    "A place to practise hard sentences. It is no treatment, and no help line.",
    (
        "If you or someone else may be in danger, call the emergency number of your country, or find a "
        "crisis line at findahelpline.com."
    ),
)
