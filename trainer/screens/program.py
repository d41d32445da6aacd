"""The application: it wires store, library and screens together, and nothing else."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import App
from textual.events import Key
from textual.reactive import Reactive
from textual.worker import WorkerFailed

from trainer.errors import PlayError, Trouble
from trainer.screens.drill_shelf import DrillShelf
from trainer.screens.home import HomeScreen
from trainer.screens.room import Room, tell
from trainer.screens.type_ahead import OPENING, TypeAhead
from trainer.themes import DARK, THEMES, known
from trainer.warm_up import WarmUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Provider
    from textual.events import Event
    from textual.screen import Screen
    from textual.theme import Theme

    from scenarios.model import Scenario
    from trainer.chairs import OtherChair
    from trainer.drilling import Drilling
    from trainer.drills.spacing import Card
    from trainer.screens.settings import SettingsScreen
    from trainer.screens.shelf import Shelf
    from trainer.session import Session
    from trainer.store import Opened, SessionRow


IDLE = 1.0
"""Seconds after which the scorer's library is loaded beside the screens."""


@dataclass(frozen=True, slots=True)
class Start:
    """A scene to begin at once, instead of the home screen."""

    scenario: Scenario
    opening: str = ""
    alliance: int = 0
    flags: tuple[str, ...] = ()


def _palette() -> type[Provider]:
    from trainer.screens.palette import ActionProvider

    return ActionProvider


class SpeakUp(App[None]):
    """The trainer."""

    TITLE = "speakup"
    CSS_PATH = "home.tcss"
    """The sheet of the home screen, which is there from the start; other screens bring their own."""
    AUTO_FOCUS = ""
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    COMMAND_PALETTE_DISPLAY = "Ctrl+P"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "narrow"),
        (60, "middle"),
        (110, "wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "short"),
        (20, "high"),
    ]
    ENABLE_COMMAND_PALETTE = True

    theme: Reactive[str] = Reactive(DARK.name)
    """The look. Known from the start, so that the style sheets are read once."""

    def __init__(
        self,
        opened: Opened,
        shelf: Shelf,
        *,
        start: Start | None = None,
        drill: Drilling | None = None,
        at_drills: bool = False,
        is_private: bool = False,
    ) -> None:
        super().__init__()
        self._drill = drill
        """A drill to begin at once."""
        self._at_drills = at_drills
        """Whether home begins at the drills."""
        self._drills = DrillShelf(self._cards, is_private=is_private)
        self.store = opened.store
        self.shelf = shelf
        self.fault: BaseException | None = None
        """What stopped the program, where something did."""
        self._notice = opened.notice
        self._start = start
        self._is_private = is_private
        self._warm_up = WarmUp()
        self._other: OtherChair | None = None
        self._ahead = TypeAhead(self, self._handle)
        self.theme = known(self._setting("theme"))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The looks of this program, and no others."""
        return {theme.name: theme for theme in THEMES}

    def get_default_screen(self) -> Screen[None]:
        """Home is below everything."""
        return HomeScreen(
            self.shelf,
            self._unfinished,
            self._waiting,
            self._hidden,
            self._drills,
            at_drills=self._at_drills,
        )

    async def on_event(self, event: Event) -> None:
        """Keep keys back while the key before them is opening something."""
        if not self._ahead.keeps(event):
            await self._handle(event)

    async def _handle(self, event: Event) -> None:
        """Handle an event, unless it is a key that still belongs to words that were said."""
        if not (isinstance(event, Key) and not event.is_forwarded and self._still_types(event)):
            await super().on_event(event)

    def _still_types(self, key: Key) -> bool:
        return any(isinstance(each, Room) and each.still_types(key) for each in self.screen_stack)

    def on_mount(self) -> None:
        """Tell what must be told, welcome who is new, and begin what was asked for."""
        self.set_timer(IDLE, self._warm_up.start)
        if self._notice:
            tell(self, self._notice, is_warning=True)
        if self._setting("welcomed"):
            self._begin_start()
        else:
            self._welcome()

    @property
    def kept_in(self) -> str:
        """The folder in which things are kept, as people write it; empty where nothing is."""
        if not (self.store.is_saving and self.store.path):
            return ""
        folder, home = self.store.path.parent, Path.home()
        return f"~/{folder.relative_to(home)}" if home in folder.parents else str(folder)

    def _welcome(self) -> None:
        from trainer.screens.welcome import WelcomeScreen

        def begin(_: object) -> None:
            self._set("welcomed", "yes")
            self._begin_start()

        self.push_screen(WelcomeScreen(self.kept_in), begin)

    @work(exclusive=True, group=OPENING)
    async def _begin_start(self) -> None:
        """Begin the scene or the drill that was asked for on the command line, where one was."""
        if self._drill:
            self._practise(self._drill)
        if self._start:
            await self._begin_or_go_on(self._start)

    # Settings

    def _setting(self, name: str) -> str:
        try:
            return self.store.setting(name)
        except Trouble:
            return ""

    def _set(self, name: str, value: str) -> None:
        try:
            self.store.set_setting(name, value)
        except Trouble as trouble:
            tell(self, str(trouble), is_warning=True)

    def _hidden(self) -> frozenset[str]:
        return frozenset(filter(None, self._setting("hidden subjects").split("\n")))

    @on(Room.SettingsAsked)
    def _open_settings(self) -> None:
        from trainer.screens.settings import SettingsScreen

        subjects = sorted(
            {note for entry in self.shelf.entries for note in entry.content_notes}, key=str.casefold
        )
        screen = SettingsScreen(subjects, self._hidden(), self.kept_in)
        self.push_screen(screen)

    def on_settings_screen_theme_chosen(self, message: SettingsScreen.ThemeChosen) -> None:
        """Keep the look."""
        self._set("theme", message.theme)

    def on_settings_screen_subjects_chosen(self, message: SettingsScreen.SubjectsChosen) -> None:
        """Keep which subjects are left out."""
        self._set("hidden subjects", "\n".join(sorted(message.hidden)))

    # Playing

    @on(HomeScreen.Chosen)
    def _begin(self, message: HomeScreen.Chosen) -> None:
        self._open_scene(message.id)

    @work(exclusive=True, group=OPENING)
    async def _open_scene(self, scenario_id: str) -> None:
        scenario = await self._loaded(scenario_id)
        if scenario:
            await self._begin_or_go_on(Start(scenario))

    async def _begin_or_go_on(self, start: Start) -> None:
        """Begin a scene, or go on where the player stopped in it, as they like."""
        begun = None if start.opening else self._begun(start.scenario.id)
        answer = await self._asked_to_go_on(begun) if begun else "anew"
        if begun and answer == "on":
            await self._resume(begun)
        elif answer == "anew" and await self._is_welcome(start.scenario):
            self._begin_at(start)

    def _begun(self, scenario_id: str) -> SessionRow | None:
        """Return the unfinished session of this scene that changed last, if it got anywhere."""
        return next((each for each in self._all_begun() if each.scenario == scenario_id), None)

    def _all_begun(self) -> list[SessionRow]:
        """Return the unfinished sessions that got anywhere, the one that changed last first."""
        try:
            rows = self.store.sessions()
        except Trouble:
            return []
        return [each for each in rows if each.status == "open" and (each.moments > 1 or each.draft)]

    def _waiting(self) -> dict[str, int]:
        """Return the scenes that were begun, each with the moment in which it waits."""
        return {each.scenario: each.moments for each in reversed(self._all_begun())}

    async def _asked_to_go_on(self, begun: SessionRow) -> str | None:
        from trainer.screens.question import Question

        typed = ", and what you were typing is kept" if begun.draft.strip() else ""
        told = f"You stopped in moment {begun.moments}{typed}."
        answers = (("on", "Go on where you stopped"), ("anew", "Begin anew"))
        return await self.push_screen_wait(Question("You have begun this scene already", (told,), answers))

    def _begin_at(self, start: Start) -> None:
        from trainer.session import Session

        made = Session.begin(
            start.scenario, self.store, opening=start.opening, alliance=start.alliance, flags=start.flags
        )
        self._play(made)

    async def _is_welcome(self, scenario: Scenario) -> bool:
        """Show the content notes before a scene that has any."""
        if not scenario.content_notes:
            return True
        from trainer.screens.notes import NotesScreen

        return await self.push_screen_wait(NotesScreen(scenario)) == "begin"

    @on(HomeScreen.Continued)
    @work(exclusive=True, group=OPENING)
    async def _carry_on(self) -> None:
        row = self._unfinished()
        if row:
            await self._resume(row)

    async def _resume(self, row: SessionRow) -> None:
        from trainer.session import Session

        scenario = await self._loaded(row.scenario)
        try:
            if scenario is None:
                raise PlayError(f"“{row.title}” cannot be opened as it is.")
            session = Session.resume(scenario, self.store, row.number)
        except Trouble as trouble:
            await self._offer_to_forget(row.number, str(trouble))
        else:
            self._play(session)

    def _unfinished(self) -> SessionRow | None:
        try:
            return self.store.unfinished()
        except Trouble as trouble:
            tell(self, str(trouble), is_warning=True)
            return None

    async def _offer_to_forget(self, number: int, trouble: str) -> None:
        from trainer.screens.question import Question

        answers = (("keep", "Leave it as it is"), ("forget", "Delete this session"))
        answer = await self.push_screen_wait(Question("This session cannot go on", (trouble,), answers))
        if answer != "forget":
            return
        try:
            self.store.forget(number)
        except Trouble as trouble:
            tell(self, str(trouble), is_warning=True)
        if isinstance(self.screen, HomeScreen):
            self.screen.look()

    async def _loaded(self, scenario_id: str) -> Scenario | None:
        """Read a scenario beside the screen; tell what is wrong with it."""
        from scenarios.faults import UnknownScenarioError

        try:
            loaded = await asyncio.to_thread(self.shelf.library.load, scenario_id)
        except UnknownScenarioError as trouble:
            tell(self, str(trouble), is_warning=True)
            return None
        if loaded.scenario is None:
            tell(self, "; ".join(map(str, loaded.faults[:1])), is_warning=True)
        return loaded.scenario

    def _play(self, session: Session) -> None:
        from trainer.screens.play import PlayScreen

        screen = PlayScreen(
            session,
            is_private=self._is_private,
            can_save=self.store.is_saving,
            warm_up=self._warm_up,
            other=self._other_chair(),
        )
        self.push_screen(screen, self._after_play)

    def _other_chair(self) -> OtherChair:
        """Return what finds the other chair of a story; it remembers what was played in this run."""
        if self._other is None:
            from trainer.chairs import OtherChair

            self._other = OtherChair(self.shelf.library.load, self.store)
        return self._other

    def _after_play(self, then: str | None) -> None:
        """Play what the player wants to play next, or go home."""
        self._welcome_back()
        if then:
            self._open_scene(then)

    # Drills

    def _cards(self, drill: str) -> tuple[Card, ...]:
        try:
            return self.store.cards(drill)
        except Trouble:
            return ()

    @on(HomeScreen.DrillChosen)
    def _begin_drill(self, message: HomeScreen.DrillChosen) -> None:
        from trainer.drilling import Drilling

        drill = self._drills.drill(message.id)
        if drill:
            self._practise(Drilling(drill))

    def _practise(self, asked: Drilling) -> None:
        from trainer.practice import Practice
        from trainer.screens.drill import DrillScreen

        practice = Practice(asked.drill, self.store, lines=asked.lines)
        screen = DrillScreen(practice, is_private=self._is_private, warm_up=self._warm_up)
        self.push_screen(screen, lambda _: self._welcome_back())

    def _welcome_back(self) -> None:
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.welcome_back()

    async def action_quit(self) -> None:
        """Close the program; what is half done on its screens is kept first."""
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.keep()
        self.exit()

    # Trouble

    def _fatal_error(self) -> None:
        """Close, without a traceback on the terminal: `run` hands the fault on to be told in one line."""
        fault = self._exception
        self.fault = fault.error if isinstance(fault, WorkerFailed) else fault
        self._close_messages_no_wait()
