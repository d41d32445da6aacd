"""A short list to pick from, with a number key for each entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.widgets.plain_text import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key


class Picks(OptionList):
    """Entries with a number each; the number, Enter or a click picks."""

    DEFAULT_CSS = """
    Picks {
        height: auto;
        max-height: 12;
        border: none;
        padding: 0 1;
        background: $surface;
        border-left: outer $border-blurred;
        & > .option-list--option-highlighted { text-style: none; }
        &:focus > .option-list--option-highlighted { text-style: bold; }
        &:focus { border: none; border-left: outer $border; background-tint: $foreground 0%; }
    }
    """

    @dataclass
    class Typed(Message):
        """A letter was typed: the player would rather use their own words."""

        character: str

    @dataclass
    class NotChosen(Message):
        """Enter was pressed while no entry was lit."""

    def __init__(self, *, id: str = "picks", gives_letters: bool = False, is_lit: bool = True) -> None:  # noqa: A002 - as in every widget
        super().__init__(id=id, markup=False)
        self._is_lit = is_lit
        """Whether it begins with its first entry lit; where Enter would say it, none is."""
        self._gives_letters = gives_letters
        """Whether letters are handed on, since there is a box to type in."""
        self._shown: tuple[str, ...] = ()

    def show(self, entries: Iterable[str]) -> None:
        """Show these entries, unless they stand there already."""
        shown = tuple(entries)
        if shown == self._shown:
            return
        self._shown = shown
        self.set_options(
            Option(joined((f"{number}  ", "bold $text-primary"), text))
            for number, text in enumerate(shown, 1)
        )
        if self._is_lit:
            self.action_first()
        else:
            self.highlighted = None

    def action_select(self) -> None:
        """Pick what is lit, or tell that nothing is."""
        if self.highlighted is None:
            self.post_message(self.NotChosen())
        else:
            super().action_select()

    async def _on_key(self, event: Key) -> None:
        if event.character and event.character.isascii() and event.character.isdigit():
            at = int(event.character) - 1
            if 0 <= at < self.option_count:
                self.highlighted = at
                self.action_select()
            event.stop()
        elif self._gives_letters and event.is_printable and event.character:
            self.post_message(self.Typed(event.character))
            event.stop()
            event.prevent_default()
