"""What the play screen opens: dialogs that hand something back, and screens that come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.reactive import reactive

from trainer.play.events import Alarmed, Contested
from trainer.play.read import is_alarming
from trainer.screens.speaking_room import SpeakingRoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from trainer.chairs import OtherChair
    from trainer.play.events import Event
    from trainer.play.state import State
    from trainer.session import Session

CHORD = 3.0
"""Seconds in which `x` leaves after a dialog was closed with Esc."""


class PlayDialogs(SpeakingRoom[str]):
    """The part of the play screen that opens others."""

    session: Session
    other: OtherChair | None = None
    """What finds the other chair of the story."""
    is_armed: reactive[bool] = reactive(default=False, init=False)
    """True for a moment after Esc closed a dialog: `x` leaves then."""

    def do(self, act: Callable[[], State]) -> None:
        """Let something happen in the session."""
        raise NotImplementedError

    def respond(self, make: Callable[[], Event], *, held: str = "") -> None:
        """Read a response beside the screen."""
        raise NotImplementedError

    def go_back(self, moment: int) -> None:
        """Take up an earlier moment."""
        raise NotImplementedError

    def put_back(self, held: str) -> None:
        """Put words that stopped the scene back into the box."""
        raise NotImplementedError

    def open(self, dialog: Screen[Any], then: Callable[..., object]) -> None:
        """Open a dialog; closed without a result, `x` leaves, as after any Esc."""

        def closed(result: object) -> None:
            if result is None:
                self.is_armed = True
                self.set_timer(CHORD, self.disarm)
            else:
                then(result)

        self.app.push_screen(dialog, closed)

    def disarm(self) -> None:
        """Let `x` be a letter again."""
        self.is_armed = False

    def action_why(self) -> None:
        """Tell why, word by word."""
        from trainer.play.why import why
        from trainer.screens.why import WhyScreen

        self.do(self.session.why)
        state = self.session.state
        if state.moment.last:
            screen = WhyScreen(state.moment.last.text, why(state), can_mean=self.can("meant"))
            self.open(screen, lambda _: self.action_meant())

    def action_meant(self) -> None:
        """Let the player say what they meant."""
        from trainer.screens.meant import MeantScreen

        state = self.session.state

        def take(meant: tuple[str, str]) -> None:
            reply, note = meant
            self.respond(
                lambda: Alarmed() if note and is_alarming(note, state) else Contested(reply, note), held=""
            )

        self.open(MeantScreen(state), take)

    def action_back(self) -> None:
        """Let the player choose an earlier moment."""
        from trainer.screens.back import BackScreen

        self.open(BackScreen(self.session.state), self.go_back)

    def action_transcript(self) -> None:
        """Show the talk so far."""
        from trainer.screens.transcript import TranscriptScreen

        self.open(TranscriptScreen(self.session.state), lambda _: None)

    def action_menu(self) -> None:
        """Show all that can be done, a letter each."""
        from trainer.screens.menu import MenuScreen

        self.open(MenuScreen(self.doable()), lambda name: self.call_later(self.run_action, name))

    def halt(self) -> None:
        """Stop the scene: words may mean danger."""
        from trainer.screens.crisis import CrisisScreen

        def chosen(choice: str | None) -> None:
            held = self.session.held
            self.do(lambda: self.session.halt(choice or "leave"))  # type: ignore[arg-type]
            if choice == "go on" and held:
                self.put_back(held)

        self.app.push_screen(CrisisScreen(), chosen)

    def look_back(self) -> None:
        """Open the debrief."""
        from trainer.screens.debrief import DebriefScreen, PlayOther

        def chosen(then: int | PlayOther | None) -> None:
            if isinstance(then, int):
                self.go_back(then)
            else:
                self.dismiss(then.scenario if then else None)

        self.app.push_screen(DebriefScreen(self.session, self.other), chosen)
