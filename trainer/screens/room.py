"""What every screen of the program has: actions from one definition, a footer, help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.message import Message
from textual.screen import Screen

from scoring.text import clean
from trainer.screens.actions import ACTIONS, Action
from trainer.widgets.key_bar import Key, KeyBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import App

Result = TypeVar("Result")


class Room(Screen[Result]):
    """A screen whose actions come from `trainer.screens.actions`."""

    AUTO_FOCUS = ""
    does: ClassVar[tuple[str, ...]] = ()
    """The names of its actions, the most used first."""
    shows_all: ClassVar[bool] = False
    """Whether the footer shows all of them, as far as there is room."""
    about: ClassVar[str] = ""
    """What the screen is for, in a few sentences, for its help."""

    def can(self, name: str) -> bool:  # noqa: ARG002 - screens say what they can do when
        """Return true where an action of the screen makes sense now."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off the keys of what cannot be done now."""
        if action in self.does:
            return self.can(action)
        return super().check_action(action, parameters)

    def doable(self) -> list[Action]:
        """Return the actions that make sense now."""
        return [ACTIONS[name] for name in self.does if self.can(name)]

    @property
    def is_typing(self) -> bool:
        """Whether a letter would be text now."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def still_types(self, key: events.Key) -> bool:  # noqa: ARG002 - screens on which one speaks know
        """Say whether a key still belongs to words that were said already; it does nothing then."""
        return False

    def key_bar(self) -> KeyBar:
        """Return the footer of the screen."""
        return KeyBar(self.shown_keys)

    def shown_keys(self) -> Sequence[Key]:
        """Return what the footer shows, the most important first and last; of two with one key the first."""
        shown: dict[str, Key] = {}
        for each in self.doable():
            if each.is_shown or self.shows_all:
                key = each.key(is_typing=self.is_typing)
                shown.setdefault(key, Key(key, each.title, each.name))
        return list(shown.values())

    class SettingsAsked(Message):
        """The settings are to be opened."""

    def action_settings(self) -> None:
        """Open the settings."""
        self.post_message(self.SettingsAsked())

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        """Close the program."""
        await self.app.action_quit()

    def keep(self) -> None:
        """Keep what is half done, before the program closes."""

    def action_help(self) -> None:
        """Open the help of this screen."""
        from trainer.screens.help import HelpScreen

        if not isinstance(self, HelpScreen):
            self.app.push_screen(HelpScreen(self.about, self.doable()))


def tell(app: App[Any], text: str, *, is_warning: bool = False) -> None:
    """Show a line for a few seconds."""
    app.notify(clean(text), severity="warning" if is_warning else "information", timeout=8, markup=False)
