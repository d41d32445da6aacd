"""A screen on which one speaks: the talk and the coach, a box to type in, and a response read beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.reactive import reactive

from trainer.screens.hand import PAUSE_TYPED, STILL_TYPING, Hand
from trainer.screens.room import Result, Room
from trainer.warm_up import WarmUp
from trainer.widgets.desk import Desk
from trainer.widgets.response_box import ResponseBox
from trainer.widgets.stage import Stage
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events
    from textual.app import ComposeResult

PATIENCE = 0.25
"""Seconds after which the screen says that it is reading."""


class Shown(Protocol):
    """What such a screen has to know of what it shows."""

    @property
    def phase(self) -> str:
        """Where the moment stands."""

    @property
    def actions(self) -> Collection[str]:
        """What can be done now."""


class SpeakingRoom(Room[Result]):
    """What a scene and a drill have in common."""

    is_reading: reactive[bool] = reactive(default=False, init=False)
    """Whether a response is being read beside the screen."""
    _view: Shown

    def __init__(self, warm_up: WarmUp | None = None) -> None:
        super().__init__()
        self._warm_up = warm_up or WarmUp()
        self._hand = Hand()

    def compose(self) -> ComposeResult:
        """Lay out the top line, the stage with the desk, and the footer."""
        yield TitleBar()
        yield Stage()
        yield self.key_bar()

    @property
    def stage(self) -> Stage:
        """The talk and the coach."""
        return self.query_one(Stage)

    @property
    def box(self) -> ResponseBox:
        """The box to type in."""
        return self.query_one(ResponseBox)

    @property
    def is_typing(self) -> bool:
        """Tell that letters are text wherever there is a box to type in."""
        return "say" in self._view.actions

    def pause(self) -> None:
        """Leave, as typing `pause` does."""
        raise NotImplementedError

    def still_types(self, key: events.Key) -> bool:
        """Take letters for words for a while after saying, unless there is a box for them."""
        if self.box.has_focus and not self.box.read_only:
            return False
        if self.is_current and self._hand.wants_pause(key):
            self.call_later(self.pause)
            return True
        is_typing = self._hand.is_typing(key)
        if self._hand.has_typed_pause:
            self.query_one(Desk).ask(PAUSE_TYPED)
        elif is_typing and self._view.phase == "feedback":
            self.query_one(Desk).ask(STILL_TYPING)
        return is_typing

    def begin_reading(self) -> None:
        """Take no second response until this one is read; say so where that takes a while."""
        self.is_reading = True
        self.set_timer(PATIENCE, self._say_reading)

    def _say_reading(self) -> None:
        if self.is_reading:
            self.query_one(Desk).ask(self._warm_up.told)

    def end_reading(self) -> None:
        """Let the player go on: the response was read, or refused."""
        self.is_reading = False
        self._hand.heard()

    def watch_is_reading(self, is_reading: bool) -> None:  # noqa: FBT001 - a watcher
        """Take no second response meanwhile."""
        self.box.read_only = is_reading
        self.refresh_bindings()

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.box.new_line()

    def action_read_on(self, pages: int) -> None:
        """Turn a page, on or back."""
        self.stage.read_on(pages)
