"""The footer: a few keys with what they do, never more than one line, each one a button for the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Click


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the footer."""

    shown: str
    """The key as a person reads it."""
    title: str
    name: str
    """The name of the action of the screen."""

    @property
    def width(self) -> int:
        """Cells, with the space around it."""
        return cell_len(self.shown) + cell_len(self.title) + 4


class KeyBar(Widget):
    """The keys that matter now; those for which there is no room are left out, from the middle on."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        background: $panel;
        color: $foreground;
    }
    """

    def __init__(self, keys: Callable[[], Sequence[Key]]) -> None:
        super().__init__()
        self._keys = keys

    def on_mount(self) -> None:
        """Draw again when what can be done changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._redraw)

    def _redraw(self, _: object) -> None:
        self.refresh()

    def render(self) -> Content:
        """One line of keys."""
        pieces: list[tuple[str, str]] = []
        for key in self.fitting():
            pieces += [(f" {key.shown}", "bold $text-primary"), (f" {key.title}  ", "")]
        return Content.assemble(*pieces)

    def fitting(self) -> list[Key]:
        """Return the keys for which there is room."""
        keys = list(self._keys())
        while len(keys) > 1 and sum(key.width for key in keys) > self.size.width + 1:
            del keys[-2]
        return keys

    async def on_click(self, event: Click) -> None:
        """A click on an entry does what its key does."""
        right = 0
        for key in self.fitting():
            right += key.width
            if event.x < right:
                await self.screen.run_action(key.name)
                return
