"""The list of scenes on the home screen: what can be continued, then the scenes by role."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.widgets.plain_text import Piece, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from textual.binding import BindingType
    from textual.content import Content

    from scenarios.library import Entry
    from trainer.store import SessionRow

CONTINUE = "continue"
"""The id of the option that continues the unfinished session."""
SECTIONS = (
    ("client", "Speak up", "you are the client"),
    ("therapist", "Repair", "you are the therapist"),
)


class Drill(Protocol):
    """What the list shows of a drill."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def who(self) -> str:
        """Whom the player plays, and what is practised."""

    @property
    def summary(self) -> str:
        """One sentence."""

    @property
    def due(self) -> int:
        """How many lines come back today."""


class SceneList(OptionList):
    """Scenes to choose from. Long libraries are laid out bit by bit."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, skill: Callable[[str], str]) -> None:
        super().__init__(id="scenes", markup=False)
        self._skill = skill
        """From a label to its name in plain words."""
        self._waiting: Iterator[Option] = iter(())
        self._entries: dict[str, Entry] = {}
        self._drills: dict[str, Drill] = {}
        self._begun: Mapping[str, int] = {}

    def show(
        self,
        entries: Sequence[Entry],
        unfinished: SessionRow | None,
        *,
        begun: Mapping[str, int] | None = None,
        drills: Sequence[Drill] = (),
        remark: str = "",
        is_search: bool = False,
    ) -> None:
        """Lay the list out anew; a remark stands below the scenes, and the drills come last.

        `begun`: the scenes that are not finished, by their ids, each with the moment in which it waits.
        """
        self._begun = begun or {}
        self._drills = {f"drill-{at}": drill for at, drill in enumerate(drills)}
        self._entries = {f"scene-{at}": entry for at, entry in enumerate(entries)}
        self._waiting = self._options_for(unfinished, remark, is_search=is_search)
        if self.is_mounted:
            self.clear_options()
        self._more()
        self.action_first()

    def show_waiting(self, done: int, of: int) -> None:
        """Tell how far the first reading of a large library is."""
        words = f"Reading the scenes: {done:,} of {of:,}" if of else "Reading the scenes …"
        self.set_options([Option(joined((words, "$text-muted")), disabled=True)])

    def entry(self, option_id: str | None) -> Entry | None:
        """Return the scene of an option."""
        return self._entries.get(option_id or "")

    def drill(self, option_id: str | None) -> Drill | None:
        """Return the drill of an option."""
        return self._drills.get(option_id or "")

    @property
    def chosen(self) -> Entry | None:
        """The scene under the cursor."""
        option = self.highlighted_option
        return self.entry(option.id) if option else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Lay out more where the cursor nears the end."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and highlighted > self.option_count - self._at_once // 2:
            self._more()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out more where the view nears the end."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value > self.max_scroll_y - self.size.height * 2:
            self._more()

    def action_last(self) -> None:
        """Go to the very last scene."""
        self.add_options(list(self._waiting))
        super().action_last()

    def go_to_drills(self) -> None:
        """Put the cursor on the first drill, the others below it."""
        if self._drills:
            self.action_last()
            self.highlighted = self.get_option_index(next(iter(self._drills)))

    def on_resize(self) -> None:
        """Lay out more where there is more room."""
        self._more()

    @property
    def _at_once(self) -> int:
        """How many entries are laid out at a time: a screenful, each scene having two lines or more."""
        return self.app.size.height // 2 + len(SECTIONS)

    def _more(self) -> None:
        self.add_options(list(islice(self._waiting, self._at_once)))

    def _options_for(
        self, unfinished: SessionRow | None, remark: str, *, is_search: bool
    ) -> Iterator[Option]:
        if unfinished and not is_search:
            yield Option(_continued(unfinished), CONTINUE)
        for role, title, who in SECTIONS:
            of_role = [(id_, entry) for id_, entry in self._entries.items() if entry.role == role]
            if of_role:
                yield Option(
                    joined((title, "bold $text-secondary"), (f"  {who}", "$text-muted")), disabled=True
                )
            for id_, entry in of_role:
                yield Option(self._described(entry), id_)
        if is_search and not (self._entries or self._drills):
            yield Option(joined((_NONE, "$text-muted")), disabled=True)
        if remark:
            yield Option(joined((f"{remark}\n", "$text-muted")), disabled=True)
        yield from self._drill_options()

    def _drill_options(self) -> Iterator[Option]:
        if self._drills:
            yield Option(joined(("Drills", "bold $text-secondary"), _DRILLS), disabled=True)
        for id_, drill in self._drills.items():
            back = f"   {drill.due} due today" if drill.due else ""
            title = (drill.title, "bold"), (back, "bold $text-accent"), (f"   {drill.who}", "$text-muted")
            yield Option(joined(*title, f"\n{drill.summary}\n"), id_)

    def _described(self, entry: Entry) -> Content:
        skills = ", ".join(self._skill(label) for label in entry.practises)
        pack = f" · from {entry.pack}" if entry.pack else ""
        at = self._begun.get(entry.id, 0)
        pieces: list[str | Piece] = [
            (entry.title, "bold"),
            (f"   begun, moment {at}" if at else "", "bold $text-accent"),
            (f"   level {entry.level} of 3 · {entry.minutes} min{pack}", "$text-muted"),
        ]
        if entry.summary:
            pieces.append(f"\n{entry.summary}")
        if skills:
            pieces.append((f"\nPractises: {skills}", "$text-muted"))
        if entry.content_notes:
            pieces.append((f"\nTouches on: {', '.join(entry.content_notes)}", "italic $text-warning"))
        return joined(*pieces, "\n")


_NONE = "No scene has all these words. Esc shows all again."
_DRILLS = ("  one line, one answer, and again", "$text-muted")


def _continued(row: SessionRow) -> Content:
    pieces: list[str | Piece] = [
        ("Continue: ", "bold $text-primary"),
        (row.title, "bold"),
        (f"   moment {row.moments}", "$text-muted"),
    ]
    if row.draft.strip():
        pieces.append((f"\nYou were typing: “{_short(row.draft)}”", "$text-muted"))
    return joined(*pieces, "\n")


def _short(text: str, longest: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
