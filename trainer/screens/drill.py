"""The drill screen: a moment, a line, the box to type in, the coach, and how hard it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from trainer.drills.events import Responded
from trainer.drills.feedback import contested, feedback, why
from trainer.drills.step import step
from trainer.drills.view import FELT, meant_told, view
from trainer.errors import PlayError
from trainer.play.state import Said
from trainer.screens.actions import bindings
from trainer.screens.coaching import feedback_text
from trainer.screens.drill_text import below_text, tries, waiting_text
from trainer.screens.reading import is_cancelled
from trainer.screens.room import tell
from trainer.screens.speaking_room import SpeakingRoom
from trainer.widgets.desk import Desk
from trainer.widgets.lit import numbered
from trainer.widgets.picks import Picks
from trainer.widgets.response_box import ResponseBox
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from trainer.drills.events import Event, Felt
    from trainer.drills.state import State
    from trainer.drills.view import View
    from trainer.play.feedback import Feedback
    from trainer.practice import Practice
    from trainer.warm_up import WarmUp

JUDGED = ("too_easy", "good", "too_hard")
"""The actions that say how hard a line was."""
GOOD = 1
"""Where `good` stands among the answers to how hard a line was; the cursor begins there."""


class DrillScreen(SpeakingRoom[None]):
    """One drill being practised."""

    CSS_PATH = "play.tcss"
    does: ClassVar[tuple[str, ...]] = (
        *("say", "on", "again", "hint", "why", "meant", "skip"),
        *("too_easy", "good", "too_hard"),
        *("new_line", "stop", "help", "menu"),
    )
    about = (
        "Say something in your own words, read what showed in it, and try it again for free. Then say how "
        "hard it was: that steers the next line. A line that went badly comes back, today and on another "
        "day. Esc and then x leaves at once; so does typing pause."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(name for name in does if name not in ("say", "new_line")),
        Binding("enter", "read_or_go", show=False),
        Binding("alt+x", "stop", show=False, priority=True),
        Binding("pagedown", "read_on(1)", show=False, priority=True),
        Binding("pageup", "read_on(-1)", show=False, priority=True),
        Binding("space", "read_on(1)", show=False),
    ]

    def __init__(
        self, practice: Practice, *, is_private: bool = False, warm_up: WarmUp | None = None
    ) -> None:
        super().__init__(warm_up)
        self.practice = practice
        self._is_private = is_private
        self._view: View = view(practice.state)
        self._told: Feedback | None = None
        """The feedback on the last response, while it is shown."""

    def on_mount(self) -> None:
        """Stand at the first line."""
        self._warm_up.start()
        self.stage.on_scroll(self.refresh_bindings)
        self.draw()
        self._tell_notice()

    def pause(self) -> None:
        """Leave, as typing `pause` does."""
        self.action_stop()

    def can(self, name: str) -> bool:
        """Tell what the engine allows now; while a response is being read, only to leave."""
        if name in ("help", "menu", "stop"):
            return True
        if self.is_reading:
            return False
        if name == "hint":
            return self._view.more_hints
        if name in JUDGED:
            return "judge" in self._view.actions
        if name == "on" and self._view.phase == "ended":
            return True
        return {"new_line": "say"}.get(name, name) in self._view.actions

    # What happens

    def do(self, act: Callable[[], State]) -> None:
        """Let something happen in the drill, and show what came of it."""
        try:
            state = act()
        except PlayError as trouble:
            tell(self.app, str(trouble), is_warning=True)
            return
        self._tell_notice()
        if state.phase == "left":
            self.dismiss(None)
            return
        if state.phase not in ("feedback", "judging"):
            self._told = None
        self.draw()
        if state.phase == "halted":
            self._halt()

    def _tell_notice(self) -> None:
        if notice := self.practice.take_notice():
            tell(self.app, notice, is_warning=True)

    @on(ResponseBox.Submitted)
    def _say(self, event: ResponseBox.Submitted) -> None:
        if self.can("say"):
            self._hand.said()
            self.begin_reading()
            self._read(event.text)

    @work(thread=True, exclusive=True, group="reading")
    def _read(self, text: str) -> None:
        """Read a response beside the screen, with the feedback that it will get."""
        if not self._warm_up.wait(is_cancelled):
            return
        state = self.practice.state
        try:
            event = self.practice.read(text)
        except PlayError as trouble:
            self.app.call_from_thread(self._refused, str(trouble))
            return
        after = step(state, event) if isinstance(event, Responded) else state
        told = feedback(after) if after.phase == "feedback" else None
        self.app.call_from_thread(self._taken, event, told, text)

    def _refused(self, trouble: str) -> None:
        self.end_reading()
        self.query_one(Desk).ask(trouble)

    def _taken(self, event: Event, told: Feedback | None, text: str) -> None:
        self.end_reading()
        self.box.fill("")
        self._told = told
        self.do(lambda: self.practice.take(event, held=text))

    @on(OptionList.OptionSelected, "#picks")
    def _judge(self, event: OptionList.OptionSelected) -> None:
        if self._view.phase == "judging":
            self._felt(FELT[event.option_index][0])

    def _felt(self, felt: Felt) -> None:
        self.box.fill("")
        self.do(lambda: self.practice.judge(felt))

    def action_too_easy(self) -> None:
        """Say that the line was too easy."""
        self._felt("too easy")

    def action_good(self) -> None:
        """Say that the line was right as it was."""
        self._felt("good")

    def action_too_hard(self) -> None:
        """Say that the line was too hard."""
        self._felt("too hard")

    def action_say(self) -> None:
        """Say what is in the box."""
        self.box.submit()

    def action_on(self) -> None:
        """Go on from the feedback, or close what is over."""
        if self._view.phase == "ended":
            self.dismiss(None)
        else:
            self.do(self.practice.go_on)

    def action_read_or_go(self) -> None:
        """Read on where there is more to read, and then go on."""
        if self._view.phase == "feedback" and self.stage.has_more:
            self.stage.read_on(1)
        elif self.can("on"):
            self.action_on()

    def action_again(self) -> None:
        """Try the same line again, with the words of before ready to be changed."""
        last = self.practice.state.turn.last
        self.do(self.practice.again)
        if last:
            self.box.fill(last.text, is_selected=True)

    def action_why(self) -> None:
        """Tell why, word by word."""
        from trainer.screens.why import WhyScreen

        state = self.practice.state
        if state.turn.last:
            screen = WhyScreen(state.turn.last.text, why(state), can_mean=self.can("meant"))
            self.app.push_screen(screen, lambda name: self.action_meant() if name else None)

    def action_meant(self) -> None:
        """Let the line count as the player meant it."""
        if self._told:
            self._told = contested(self._told, self.practice.state.drill)
        self.do(self.practice.meant)
        tell(self.app, meant_told(is_saving=self.practice.is_saving))

    def action_hint(self) -> None:
        """Give the next piece of help."""
        self.do(self.practice.hint)

    def action_skip(self) -> None:
        """Take another line."""
        self.do(self.practice.skip)

    def action_stop(self) -> None:
        """Leave at once."""
        if self._view.phase == "ended":
            self.dismiss(None)
        else:
            self.do(self.practice.leave)

    def action_menu(self) -> None:
        """Show all that can be done, a letter each."""
        from trainer.screens.menu import MenuScreen

        def chosen(name: str | None) -> None:
            if name:
                self.call_later(self.run_action, name)

        self.app.push_screen(MenuScreen(self.doable()), chosen)

    def _halt(self) -> None:
        """Stop the drill: words may mean danger."""
        from trainer.screens.crisis import CrisisScreen

        def chosen(choice: str | None) -> None:
            held = self.practice.held
            self.do(lambda: self.practice.halt(choice or "leave"))  # type: ignore[arg-type]
            if choice == "go on" and held:
                self.box.fill(held)

        self.app.push_screen(CrisisScreen(), chosen)

    # What is shown

    def draw(self) -> None:
        """Draw all of it."""
        self._hand.begins_a_word()
        state, told = self.practice.state, self._told
        self._view = shown = view(state)
        is_over = shown.phase == "ended"
        badge = "private · " if self._is_private else "" if self.practice.is_saving else "not saved · "
        self.query_one(TitleBar).show(
            shown.title, f"{badge}line {shown.number} · level {shown.level} of 3", f"line {shown.number}"
        )
        numbers = numbered(told.marks, (*told.skills, *told.pitfalls)) if told else {}
        self.stage.is_feedback = shown.phase == "feedback"
        self.stage.show_talk(
            setting="" if is_over else shown.moment,
            past=[Said("aside", "", shown.note)] if shown.note and not is_over else [],
            now=() if is_over else shown.said,
            tries=tries(state, told, numbers),
        )
        text = feedback_text(told, numbers) if told else below_text(state, shown)
        self.stage.show_coach(text, waiting_text(state))
        self._draw_desk()
        self.call_after_refresh(self.stage.place)

    def _draw_desk(self) -> None:
        desk, picks = self.query_one(Desk), self.query_one(Picks)
        is_judging, says = self._view.phase == "judging", "say" in self._view.actions
        change = "Try it another way." if says and self.practice.state.turn.attempts else ""
        desk.ask(self._view.asks or change)
        if is_judging:
            picks.show(words for _, words in FELT)
            picks.highlighted = GOOD
        picks.set_class(not is_judging, "empty")
        self.box.set_class(not says, "empty")
        if self.practice.state.missed and not self.box.text:
            self.box.fill(self.practice.state.missed)
        self.set_focus(picks if is_judging else self.box if says else None)
        self.refresh_bindings()
