"""The debrief: how it ended, how you came across, and one sentence for the real session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from trainer.errors import PlayError
from trainer.play.debrief import debrief
from trainer.screens.actions import bindings
from trainer.screens.hand import Hand
from trainer.screens.looking_back import (
    ending_text,
    hardest_text,
    path_text,
    pointer_text,
    profile_text,
    strongest_text,
)
from trainer.screens.room import Room, tell
from trainer.widgets.plan_form import PlanForm
from trainer.widgets.prose import Prose, paragraph
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key

    from trainer.chairs import OtherChair, Played
    from trainer.play.chairs import TwoChairs
    from trainer.play.debrief import Debrief
    from trainer.play.state import State
    from trainer.session import Session


@dataclass(frozen=True, slots=True)
class PlayOther:
    """The player wants to play this scenario next: the other chair."""

    scenario: str


STILL_WRITING = "Still typing? For a moment, letters do nothing here."


class DebriefScreen(Room["int | PlayOther"]):
    """Hands back the moment to replay from, or what to play next; None where the player goes home."""

    CSS_PATH = "debrief.tcss"
    does = (
        *("save", "replay", "other_chair", "two_chairs", "back", "transcript", "settings", "help", "home"),
    )
    shows_all = True
    about = (
        "Look back on the scene. There is no grade: the bars say how you came across. Write one sentence for "
        "your real session, and press Enter to keep it. Or take the hardest moment again. Where a story is "
        "told from both chairs, the other one waits for you here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, session: Session, other: OtherChair | None = None) -> None:
        super().__init__()
        self.session = session
        self._other = other
        self._told: Debrief | None = None
        self._chairs: TwoChairs | None = None
        self._hand = Hand()
        self._has_told = False
        """Whether it was said that letters do nothing for a moment."""

    def compose(self) -> ComposeResult:
        """Lay out what to read and the sentence to write, in two columns where there is room."""
        yield TitleBar(self.session.state.scenario.title, "looking back")
        with VerticalScroll(id="page"):
            with Vertical(classes="column"):
                yield Prose(id="ending")
                yield Prose(id="chairs", classes="empty")
                yield Prose(id="lines")
                yield PlanForm(self.session.state.plan)
            with Vertical(classes="column"):
                yield Prose(id="profile")
                yield Prose(id="path")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Look back beside the screen."""
        self.query_one("#ending", Prose).show([paragraph("Looking back …")])
        self.query_one("#page").focus()
        self._hand.begins()
        state, other = self.session.state, self._other
        if other:
            other.remember(state)
        self._look_back(state, other.kept(state) if other else (), self.session.endings_met)

    def still_types(self, key: Key) -> bool:
        """Take letters for words just after the story has ended, and in the midst of words."""
        if not self.is_current or isinstance(self.focused, Input):
            return False
        if not self._hand.is_typing(key):
            if key.is_printable and key.character not in {each.letter for each in self.doable()}:
                self._hand.begins()
            return False
        if not self._has_told:
            self._has_told = True
            tell(self.app, STILL_WRITING)
        return True

    @work(thread=True, exclusive=True)
    def _look_back(self, state: State, kept: tuple[Played, ...], met: frozenset[str]) -> None:
        told = debrief(state, met)
        chairs = self._other.look(state, kept) if self._other else None
        self.app.call_from_thread(self._show, told, chairs)

    def _show(self, told: Debrief, chairs: TwoChairs | None) -> None:
        self._told, self._chairs = told, chairs
        self.query_one("#chairs", Prose).show(pointer_text(chairs))
        self.query_one("#ending", Prose).show(ending_text(told))
        self.query_one("#profile", Prose).show(profile_text(told.measures, told.put_right))
        self.query_one("#lines", Prose).show(
            [*(strongest_text(told.strongest) if told.path else ()), *hardest_text(told.hardest)]
        )
        self.query_one("#path", Prose).show(path_text(told.path, self.session.state.scenario.partner.name))
        self.refresh_bindings()

    def can(self, name: str) -> bool:
        """There is not always a hardest moment, and not always another chair."""
        if name in ("other_chair", "two_chairs"):
            return self._chairs is not None
        return name != "replay" or bool(self._told and self._told.hardest)

    @on(PlanForm.Written)
    def _keep(self, event: PlanForm.Written) -> None:
        try:
            state = self.session.plan(event.when, event.then)
            if event.note and state.phase != "halted":
                state = self.session.note(event.note)
        except PlayError as trouble:
            tell(self.app, str(trouble), is_warning=True)
            return
        if state.phase == "halted":
            self._halt()
            return
        self.query_one(PlanForm).show_kept(is_saved=self.session.is_saving)
        if notice := self.session.take_notice():
            tell(self.app, notice, is_warning=True)

    def _halt(self) -> None:
        from trainer.screens.crisis import CrisisScreen

        def chosen(choice: str | None) -> None:
            self.session.halt(choice or "leave")  # type: ignore[arg-type]
            if choice != "go on":
                self.dismiss(None)

        self.app.push_screen(CrisisScreen(), chosen)

    def action_save(self) -> None:
        """Keep the sentence, or go to where it is written."""
        self.query_one(PlanForm).submit()

    def action_replay(self) -> None:
        """Take the hardest moment again."""
        if self._told and self._told.hardest:
            self.dismiss(self._told.hardest.moment)

    def action_other_chair(self) -> None:
        """Play the same minutes from the other chair."""
        if self._chairs:
            self.dismiss(PlayOther(self._chairs.other))

    def action_two_chairs(self) -> None:
        """Lay both inner voices beside each other."""
        from trainer.screens.two_chairs import TwoChairsScreen

        def closed(other: str | None) -> None:
            if other:
                self.dismiss(PlayOther(other))

        if self._chairs:
            self.app.push_screen(TwoChairsScreen(self._chairs, self.session.state.scenario.title), closed)

    def action_back(self) -> None:
        """Choose a moment to take again."""
        from trainer.screens.back import BackScreen

        def chosen(moment: int | None) -> None:
            if moment is not None:
                self.dismiss(moment)

        self.app.push_screen(BackScreen(self.session.state), chosen)

    def action_transcript(self) -> None:
        """Show the talk."""
        from trainer.screens.transcript import TranscriptScreen

        self.app.push_screen(TranscriptScreen(self.session.state, self._chairs))

    def action_home(self) -> None:
        """Leave the text box, or else go home."""
        if isinstance(self.focused, Input):
            self.query_one("#page").focus()
        else:
            self.dismiss(None)
