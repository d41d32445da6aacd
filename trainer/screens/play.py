"""The play screen: the talk, the coach, the box to type in, the list to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.reactive import reactive
from textual.widgets import OptionList, TextArea

from trainer.errors import PlayError
from trainer.play.events import Chose
from trainer.play.feedback import feedback
from trainer.play.read import picked
from trainer.play.view import view
from trainer.screens.actions import bindings
from trainer.screens.coaching import feedback_text, hints_text, waiting_text
from trainer.screens.drafts import Drafts
from trainer.screens.moment import past, tries, where
from trainer.screens.play_dialogs import PlayDialogs
from trainer.screens.play_keys import QUIET, keys_of_list, keys_of_moment
from trainer.screens.reading import Read, is_cancelled, read_response
from trainer.screens.room import tell
from trainer.widgets.desk import Desk
from trainer.widgets.lit import numbered
from trainer.widgets.picks import Picks
from trainer.widgets.response_box import ResponseBox
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from trainer.chairs import OtherChair
    from trainer.play.events import Event
    from trainer.play.feedback import Feedback
    from trainer.play.state import State
    from trainer.play.view import View
    from trainer.session import Session
    from trainer.warm_up import WarmUp
    from trainer.widgets.key_bar import Key


class PlayScreen(PlayDialogs):
    """One session being played. Hands back the scenario to play next, where the player wants one."""

    CSS_PATH = "play.tcss"
    does: ClassVar[tuple[str, ...]] = (
        *("say", "on", "again", "hint", "options", "why", "meant", "debrief", "back"),
        *("transcript", "new_line", "leave", "settings", "help", "quit", "menu"),
    )
    about = (
        "Say something in your own words, or pick from the list. Then you see what showed in it, hear what "
        "it did, and can try again for free. Esc and then x leaves at once; so does typing pause. Your place "
        "is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(name for name in does if name not in ("say", "new_line")),
        *QUIET,
    ]

    state: reactive[State | None] = reactive(None, init=False)
    """Where the session stands."""
    is_picking: reactive[bool] = reactive(default=False, init=False)
    """Whether the list to pick from is open; it stays so from moment to moment."""

    def __init__(
        self,
        session: Session,
        *,
        is_private: bool = False,
        can_save: bool = True,
        warm_up: WarmUp | None = None,
        other: OtherChair | None = None,
    ) -> None:
        super().__init__(warm_up)
        self.session = session
        self.other = other
        self._is_private = is_private
        self._can_save = can_save
        self._view: View = view(session.state)
        self._told: tuple[State, Feedback] | None = None
        """The feedback that was read last, with the state it belongs to."""
        self._drafts = Drafts(self.set_timer, self._save_draft)

    def on_mount(self) -> None:
        """Stand at the very moment where the session stands, half-typed words included."""
        self._warm_up.start()
        self.stage.on_scroll(self.refresh_bindings)
        self.state = self.session.state
        if self.session.draft:
            self.box.fill(self.session.draft)
        self._tell_notice()

    def pause(self) -> None:
        """Leave, as typing `pause` does."""
        self.action_leave()

    def can(self, name: str) -> bool:
        """Tell what the engine allows now; while a response is being read, only to leave."""
        if name in ("transcript", "settings", "help", "quit", "menu"):
            return True
        if self.is_reading:
            return name == "leave"
        if name == "hint":
            return self._view.more_hints and self._view.phase != "feedback"
        return {"options": "pick", "new_line": "say"}.get(name, name) in self._view.actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let `x` leave at once where Esc was the key before it."""
        if action == "leave_at_once":
            return self.is_armed
        return super().check_action(action, parameters)

    def shown_keys(self) -> Sequence[Key]:
        """Tell of Enter what it does here: say, pick, read on, go on, or lead back."""
        keys = [each for each in super().shown_keys() if each.name not in ("settings", "quit")]
        if isinstance(self.focused, Picks):
            return keys_of_list(keys, self.focused)
        return keys_of_moment(keys, self._view, has_more=self.stage.has_more)

    # What happens

    def do(self, act: Callable[[], State]) -> None:
        """Let something happen in the session, and show what came of it."""
        try:
            state = act()
        except PlayError as trouble:
            tell(self.app, str(trouble), is_warning=True)
            return
        self._tell_notice()
        if state.is_paused or state.phase == "left":
            self.dismiss(None)
        else:
            self.state = state

    def _tell_notice(self) -> None:
        if notice := self.session.take_notice():
            tell(self.app, notice, is_warning=True)

    def respond(self, make: Callable[[], Event], *, held: str = "") -> None:
        """Read a response beside the screen; show it when it is read."""
        self.begin_reading()
        self._read(make, held)

    def watch_is_armed(self, is_armed: bool) -> None:  # noqa: FBT001 - a watcher
        """Have `x` leave for a moment, also where it would be a letter."""
        self.box.yields = frozenset("x") if is_armed else frozenset()
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="reading")
    def _read(self, make: Callable[[], Event], held: str) -> None:
        if not self._warm_up.wait(is_cancelled):
            return
        read = read_response(self.session.state, make)
        self.app.call_from_thread(self._taken, read, held)

    def _taken(self, read: Read, held: str) -> None:
        self.end_reading()
        event = read.event
        if event is None:
            self.query_one(Desk).ask(read.refused)
            return
        self._drafts.stop()
        self._drafts.is_held = False
        self.box.fill("")

        def take() -> State:
            state = self.session.take(event, held=held)
            self._told = (state, read.told) if read.told else None
            return state

        self.do(take)

    @on(ResponseBox.Submitted)
    def _say(self, event: ResponseBox.Submitted) -> None:
        text = event.text
        if self.can("say"):
            self._hand.said()
            self.keep()
            self.respond(lambda: self.session.read(text), held=text)

    @on(OptionList.OptionSelected, "#picks")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        options, state = self._view.options, self.session.state
        if self.is_reading or event.option_index >= len(options):
            return
        reply = options[event.option_index].reply
        is_choice = "choose" in self._view.actions
        self.respond(lambda: Chose(reply) if is_choice else picked(state, reply))

    @on(OptionList.OptionHighlighted, "#picks")
    def _show_pick_key(self) -> None:
        self.refresh_bindings()

    def action_say(self) -> None:
        """Say what is in the box, or what the cursor is on in the list."""
        if isinstance(self.focused, Picks):
            self.focused.action_select()
        else:
            self.box.submit()

    def action_on(self) -> None:
        """Go on with the story."""
        self.do(self.session.go_on)

    def action_read_or_go(self) -> None:
        """Read on where there is more to read, and then go on."""
        if self._view.phase == "feedback" and self.stage.has_more:
            self.stage.read_on(1)
        elif self._view.phase == "feedback" and self._view.is_retaken:
            self.action_debrief()
        elif self.can("on"):
            self.action_on()

    def action_debrief(self) -> None:
        """Go back to the debrief."""
        self.do(self.session.to_debrief)

    def action_again(self) -> None:
        """Try the same moment again, with the words of before ready to be changed."""
        self._take_again(self.session.again)

    def go_back(self, moment: int) -> None:
        """Take up an earlier moment, with the words of then ready to be changed."""
        self._take_again(lambda: self.session.back(moment))

    def _take_again(self, act: Callable[[], State]) -> None:
        self.do(act)
        last = self.session.state.moment.last
        if last and last.how == "typed" and self._view.phase == "responding":
            self.box.fill(last.text, is_selected=True)

    def action_hint(self) -> None:
        """Give the next piece of help."""
        self.do(self.session.hint)

    def action_options(self) -> None:
        """Open the list to pick from, or close it."""
        self.is_picking = not self.is_picking

    def action_leave(self) -> None:
        """Leave at once; the place and the half-typed words are kept."""
        self._drafts.stop()
        draft = None if self._drafts.is_held else self.box.text
        self.do(lambda: self.session.pause(draft))

    action_leave_at_once = action_leave

    def action_read_line(self, lines: int) -> None:
        """Move the page by a line."""
        self.stage.read_line(lines)

    # The half-typed response

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.disarm()
        if not self.is_reading:
            self._drafts.changed()

    def _save_draft(self) -> None:
        if not self.is_reading:
            self.session.keep_draft(self.box.text)
            self._tell_notice()

    def keep(self) -> None:
        """Keep the half-typed words now."""
        if not (self.is_reading or self._drafts.is_held):
            self._drafts.stop()
            self._save_draft()

    def put_back(self, held: str) -> None:
        """Put words that stopped the scene back into the box, where they are not kept."""
        self._drafts.is_held = True
        self.box.fill(held)

    # What is shown

    def watch_state(self) -> None:
        """Show where the session stands, and open what belongs to it."""
        self._view = view(self.session.state)
        self.draw()
        if self._view.phase == "halted":
            self.halt()
        elif self._view.phase == "ended":
            self.look_back()

    def watch_is_picking(self) -> None:
        """Open or close the list."""
        self._draw_desk()
        self.call_after_refresh(self.stage.place)

    def draw(self) -> None:
        """Draw all of it."""
        self._hand.begins_a_word()
        state, shown = self.session.state, self._view
        told = self._told[1] if self._told and self._told[0] is state else None
        self.query_one(TitleBar).show(shown.title, *where(shown, self._badge))
        numbers = numbered(told.marks, (*told.skills, *told.pitfalls)) if told else {}
        self.stage.is_feedback = shown.phase == "feedback"
        self.stage.show_talk(
            setting=shown.setting, past=past(state), now=state.moment.lines, tries=tries(state, told, numbers)
        )
        text = feedback_text(told, numbers) if told else hints_text(shown.hints, more=shown.more_hints)
        self.stage.show_coach(text, waiting_text(state.scenario))
        self._draw_desk()
        self.call_after_refresh(self.stage.place)
        if self.stage.is_feedback and told is None:
            self._read_again(state)

    def _draw_desk(self) -> None:
        pending = self.session.state.pending
        focus = self.query_one(Desk).show(
            self._view, is_picking=self.is_picking, pending=pending.text if pending else ""
        )
        self.set_focus(focus)
        self.refresh_bindings()

    @property
    def _badge(self) -> str:
        """What to tell of saving; a session is kept from the first thing that the player does."""
        if self._is_private:
            return "private"
        is_kept = self.session.is_saving or (self._can_save and not self.session.number)
        return "" if is_kept else "not saved"

    @work(thread=True, exclusive=True, group="reading-again")
    def _read_again(self, state: State) -> None:
        """Read the feedback of a session that was taken up in the midst of it."""
        if self._warm_up.wait(is_cancelled):
            self.app.call_from_thread(self._told_again, state, feedback(state))

    def _told_again(self, state: State, told: Feedback) -> None:
        if state is self.session.state:
            self._told = (state, told)
            self.draw()
