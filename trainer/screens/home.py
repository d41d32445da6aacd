"""Home: what can be continued, the scenes, a search box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, OptionList

from trainer.screens.actions import bindings
from trainer.screens.drill_shelf import DrillRow
from trainer.screens.matching import Matcher
from trainer.screens.room import Room
from trainer.skill_words import skill_words
from trainer.widgets.plain_text import PlainText, joined
from trainer.widgets.prose import Prose
from trainer.widgets.scene_list import CONTINUE, SceneList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key

    from scenarios.library import Entry
    from trainer.screens.drill_shelf import DrillShelf
    from trainer.screens.shelf import Shelf
    from trainer.store import SessionRow


PATIENCE = 0.2
"""Seconds that the first frame waits for the scenes; after that it tells how far the reading is."""


class HomeScreen(Room[None]):
    """The list of scenes. Letters typed anywhere search in it."""

    does = ("begin", "carry_on", "find", "help", "settings", "palette", "quit")
    about = (
        "Choose a scene with the arrow keys and Enter, or with the mouse. Type a few letters to search: a "
        "title, a subject, a skill. What you left last stands on top; other scenes that you began say so."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(name for name in does if name != "begin")]

    @dataclass
    class Chosen(Message):
        """A scene was chosen to be begun."""

        id: str

    @dataclass
    class DrillChosen(Message):
        """A drill was chosen."""

        id: str

    class Continued(Message):
        """The unfinished session was chosen."""

    def __init__(
        self,
        shelf: Shelf,
        unfinished: Callable[[], SessionRow | None],
        begun: Callable[[], Mapping[str, int]],
        hidden: Callable[[], frozenset[str]],
        drills: DrillShelf,
        *,
        at_drills: bool = False,
    ) -> None:
        super().__init__()
        self._drills = drills
        self._at_drills = at_drills
        """Whether the cursor begins on the first drill."""
        self._shelf = shelf
        self._ask_unfinished = unfinished
        self._ask_begun = begun
        self._ask_hidden = hidden
        self._matcher = Matcher(())
        self._unfinished: SessionRow | None = None
        self._begun: Mapping[str, int] = {}
        self._remark = ""
        """What to tell of scenes that are not in the list."""
        self._is_filled = False

    def compose(self) -> ComposeResult:
        """Lay out the search box, the list and, where there is room, the chosen scene in full."""
        yield PlainText(_HEADING, id="heading")
        yield Input(placeholder=_SEARCH, id="search", select_on_focus=False)
        scenes = SceneList(skill_words)
        if self._shelf.is_ready(within=PATIENCE):
            self._take_stock()
            scenes.show(self._found(), self._unfinished, begun=self._begun, remark=self._remark)
        with Horizontal(id="shelf"):
            yield scenes
            with VerticalScroll(id="about", can_focus=False):
                yield Prose(id="about-text")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Begin in the list; the drills are read beside it once it is shown."""
        self.scenes.focus()
        self.call_after_refresh(self._read_drills)
        if not self._is_filled:
            self.look()

    @work(thread=True, group="drills")
    def _read_drills(self) -> None:
        self._drills.read()
        self.app.call_from_thread(self._add_drills)

    def _add_drills(self) -> None:
        """Show them at the end of the list; the cursor stays where it was."""
        if self._is_filled:
            before = self.scenes.highlighted
            self._fill()
            self.scenes.highlighted = before
            self._go_to_drills()

    def _go_to_drills(self) -> None:
        """Begin at the drills, where they were asked for."""
        if self._at_drills:
            self.scenes.go_to_drills()

    def look(self) -> None:
        """Show what stands on the shelf now, or how far the reading of it is."""
        if self._shelf.is_ready():
            self._take_stock()
            self._fill()
            self._go_to_drills()
            self.refresh_bindings()
        else:
            self.scenes.show_waiting(self._shelf.done, self._shelf.of)
            self.set_timer(0.1, self.look)

    def _take_stock(self) -> None:
        """Leave out what touches a hidden subject, and see what can be continued."""
        hidden = self._ask_hidden()
        self._matcher = Matcher(
            [each for each in self._shelf.entries if hidden.isdisjoint(map(str.casefold, each.content_notes))]
        )
        self._remark = _remark(len(self._shelf.entries) - len(self._matcher), self._shelf.unread)
        self._unfinished, self._begun = self._ask_unfinished(), self._ask_begun()
        self._is_filled = True

    def _found(self, words: str = "") -> tuple[Entry, ...]:
        return self._matcher.matching(words)

    def on_screen_resume(self) -> None:
        """Look again when the player comes back."""
        if self._is_filled:
            self.look()

    def welcome_back(self) -> None:
        """After a scene show all scenes again, with what can be continued on top."""
        self.query_one("#search", Input).value = ""
        self.scenes.focus()

    @property
    def scenes(self) -> SceneList:
        """The list."""
        return self.query_one(SceneList)

    def _fill(self) -> None:
        words = self.query_one("#search", Input).value
        self.scenes.show(
            self._found(words),
            self._unfinished,
            begun=self._begun,
            drills=self._drills.rows(words),
            remark=self._remark,
            is_search=bool(words.strip()),
        )

    def can(self, name: str) -> bool:
        """There must be something to continue."""
        return name != "carry_on" or self._unfinished is not None

    @on(Input.Changed, "#search")
    def _search(self) -> None:
        self._fill()

    @on(Input.Submitted, "#search")
    def action_begin(self) -> None:
        """Begin what the cursor is on."""
        self.scenes.action_select()

    @on(OptionList.OptionHighlighted)
    def _describe(self) -> None:
        if self.has_class("wide"):
            from trainer.screens.scene_notes import described

            entry = self.scenes.chosen
            self.query_one("#about-text", Prose).show(described(entry) if entry else [])

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        entry = self.scenes.entry(event.option_id)
        if event.option_id == CONTINUE:
            self.post_message(self.Continued())
        elif entry:
            self.post_message(self.Chosen(entry.id))
        elif isinstance(drill := self.scenes.drill(event.option_id), DrillRow):
            self.post_message(self.DrillChosen(drill.id))

    def action_carry_on(self) -> None:
        """Go on with the unfinished session."""
        self.post_message(self.Continued())

    def action_find(self) -> None:
        """Go to the search box."""
        self.query_one("#search", Input).focus()

    def on_key(self, event: Key) -> None:
        """Letters typed in the list go to the search box; from there arrows and Esc lead back."""
        search = self.query_one("#search", Input)
        if search.has_focus and event.key in ("down", "escape"):
            if event.key == "escape":
                search.value = ""
            self.scenes.focus()
        elif not search.has_focus and event.is_printable and event.character and event.character.isalnum():
            search.focus()
            search.insert_text_at_cursor(event.character)
        else:
            return
        event.stop()


_SEARCH = "Search: type a word, a subject, a skill"
_HEADING = joined(
    ("speakup", "bold $text-primary"),
    ("   Practise the hardest sentences in therapy. Nobody listens in.", "$text-muted"),
)


def _remark(hidden: int, unread: int) -> str:
    """Return what to tell of scenes that are not in the list."""
    parts = []
    if hidden:
        parts.append(f"Left out by your settings: {hidden}.")
    if unread:
        parts.append(f"Files that cannot be played: {unread}. “speakup check” tells why.")
    return " ".join(parts)
