"""Keys typed ahead: what is typed while a key is opening something belongs to what it opens."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.message_pump import MessagePump

ROUNDS = 3
"""How often what came of a key is followed from the widget to the screen and to the program."""
LONGEST = 0.5
"""Seconds that one of them is waited for; it may close meanwhile."""
OPENING = "opening"
"""The group of the workers that open a screen."""


class TypeAhead:
    """Keeps keys back until the one before them has done its work."""

    def __init__(self, app: App[None], give: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._give = give
        """Has the program handle a key."""
        self._waiting: deque[events.Event] = deque()
        self._task: asyncio.Task[None] | None = None

    def keeps(self, event: events.Event) -> bool:
        """Say whether an event is kept back, to be given later."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return False
        if self._task:
            self._waiting.append(event)
            return True
        if not self._is_text(event):
            self._task = asyncio.create_task(self._give_in_turn())
        return False

    def _is_text(self, event: events.Event) -> bool:
        """Say whether an event only puts text into the box that has the focus."""
        if not isinstance(event, events.Key):
            return True
        focused = self._app.focused
        return focused is not None and focused.check_consume_key(event.key, event.character)

    async def _give_in_turn(self) -> None:
        """Give what was kept back, each when the one before it has done its work."""
        try:
            await self._done()
            while self._waiting:
                event = self._waiting.popleft()
                is_text = self._is_text(event)
                await self._give(event)
                if not is_text:
                    await self._done()
        finally:
            self._task = None

    async def _done(self) -> None:
        """Wait until a key has done its work: what it opened stands there and has the focus."""
        screen = self._app.screen
        await self._followed()
        while self._app.screen is screen and self._is_opening():  # noqa: ASYNC110 - it may ask something first
            await asyncio.sleep(0.01)
        if self._app.screen is not screen:
            await self._followed()

    def _is_opening(self) -> bool:
        return any(each.group == OPENING and not each.is_finished for each in self._app.workers)

    async def _followed(self) -> None:
        for _ in range(ROUNDS):
            for each in (self._app.focused, self._app.screen, self._app):
                if each:
                    await _read_up(each)


async def _read_up(pump: MessagePump) -> None:
    """Wait until all messages that it has now are read."""
    read = asyncio.Event()
    if pump.call_later(read.set):
        try:
            await asyncio.wait_for(read.wait(), LONGEST)
        except TimeoutError:
            return
