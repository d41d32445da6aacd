"""What every dialog has: a sheet over the screen below, and a result to hand back."""

from __future__ import annotations

from textual.screen import ModalScreen

from trainer.screens.room import Result, Room


class Dialog(Room[Result], ModalScreen[Result]):
    """A screen over another one, which it hands a result; None where it was only closed."""

    DEFAULT_CSS = """
    Dialog {
        VerticalScroll { scrollbar-size-vertical: 1; }
        align: center middle;
        background: $background 70%;
        .sheet {
            width: 90%;
            max-width: 88;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
            border: round $border-blurred;
        }
        .sheet > Prose { margin-bottom: 1; }
        .empty { display: none; }
        OptionList {
            height: auto;
            max-height: 60%;
            border: none;
            padding: 0;
            background: $surface;
        }
        OptionList:focus { border: none; background-tint: $foreground 0%; }
        &.narrow .sheet, &.short .sheet {
            width: 100%;
            max-height: 100%;
            padding: 0 1;
            margin: 0;
            border: none;
        }
    }
    """

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)
