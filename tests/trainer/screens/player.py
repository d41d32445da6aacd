"""One who presses keys and reads the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.widgets import Input, TextArea

from trainer.screens.play import PlayScreen
from trainer.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from trainer.play.state import State
    from trainer.screens.program import SpeakUp

Kind = TypeVar("Kind")


class Player:
    """Drives the program as a person does."""

    def __init__(self, app: SpeakUp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def play(self) -> PlayScreen:
        return next(each for each in self.app.screen_stack if isinstance(each, PlayScreen))

    @property
    def state(self) -> State:
        return self.play.session.state

    async def settled(self) -> None:
        """Wait until nothing is being done."""
        for _ in range(200):
            await self.pilot.pause()
            if not self._is_busy():
                break
            await self.pilot.pause(0.02)
        await self.pilot.pause()

    def _is_busy(self) -> bool:
        reads = any(isinstance(each, PlayScreen) and each.is_reading for each in self.app.screen_stack)
        return reads or any(each.group != "opening" and not each.is_finished for each in self.app.workers)

    async def press(self, *keys: str) -> None:
        """Press keys one by one."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*(_KEYS.get(each, each) for each in text))
        await self.pilot.pause()

    async def say(self, text: str) -> None:
        """Bring a text into the box and say it."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.press("enter")

    async def click_key(self, title: str) -> None:
        """Click on an entry of the footer."""
        bar = self.screen.query_one(KeyBar)
        at = 0
        for key in bar.fitting():
            if key.title == title:
                await self.pilot.click(KeyBar, offset=(at + 1, 0))
                await self.settled()
                return
            at += key.width
        raise AssertionError(f"{title} is not in the footer: {self.lines()[-1]}")

    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        strips = self.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    def frame(self) -> str:
        return "\n".join(self.lines()) + "\n"

    def sees(self, text: str) -> bool:
        """Whether a text is on the screen, wherever its lines break."""
        shown = " ".join(self.lines()).replace("│", " ")
        return " ".join(text.split()) in " ".join(shown.split())

    def told(self) -> str:
        """What was told at the edge of the screen."""
        return "\n".join(each.message for each in self.app._notifications)

    def typed(self) -> str:
        """What is in the box that has the focus."""
        focused = self.screen.focused
        return (
            focused.text
            if isinstance(focused, TextArea)
            else focused.value
            if isinstance(focused, Input)
            else ""
        )


_KEYS = {" ": "space"}
