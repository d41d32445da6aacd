"""The command palette: the actions of the open screen, from their one definition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from trainer.screens.room import Room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.command import Hits

    from trainer.screens.actions import Action


class ActionProvider(Provider):
    """Offers what can be done on the open screen."""

    def _actions(self) -> Iterator[Action]:
        if isinstance(self.screen, Room):
            yield from self.screen.doable()

    async def discover(self) -> Hits:
        """Offer all of it before a word is typed."""
        for each in self._actions():
            yield DiscoveryHit(each.title, partial(self.screen.run_action, each.name), help=_help(each))

    async def search(self, query: str) -> Hits:
        """Offer what the words fit."""
        matcher = self.matcher(query)
        for each in self._actions():
            score = matcher.match(f"{each.title} {each.says}")
            if score > 0:
                shown = matcher.highlight(each.title)
                yield Hit(score, shown, partial(self.screen.run_action, each.name), help=_help(each))


def _help(action: Action) -> str:
    keys = " or ".join(filter(None, (action.key(is_typing=True), action.letter)))
    return f"{action.says} ({keys})" if keys else action.says
