"""The menu: all that can be done now, a letter each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.screens.actions import Action, bindings, readable
from trainer.screens.dialog import Dialog
from trainer.widgets.plain_text import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.events import Key


class MenuScreen(Dialog[str]):
    """Hands back the name of the action that was chosen."""

    CSS_PATH = "menu.tcss"
    does = ("close",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = [each for each in actions if each.name not in _NOT_HERE]

    def compose(self) -> ComposeResult:
        """One line an action."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield OptionList(
                *(Option(_line(each, is_long=self.app.size.width > 64), each.name) for each in self._actions),
                id="actions",
                markup=False,
            )
        yield self.key_bar()

    def on_mount(self) -> None:
        """Arrow keys and Enter work as well as letters."""
        self.query_one(OptionList).focus()

    def on_key(self, event: Key) -> None:
        """Choose by letter or by function key."""
        for each in self._actions:
            if event.character == each.letter or event.key in each.keys:
                event.stop()
                self.dismiss(each.name)
                return

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


_NOT_HERE = ("menu", "say", "new_line")


def _line(action: Action, *, is_long: bool) -> Content:
    keys = ", ".join(readable(each) for each in action.keys)
    return joined(
        (f"{action.letter or ' '}  ", "bold $text-primary"),
        (action.title.ljust(12), "bold"),
        (action.says if is_long else "", "$text-muted"),
        (f"  {keys}", "$text-primary"),
    )
