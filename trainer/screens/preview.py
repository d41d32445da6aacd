"""The preview: the play screen on a file that its author is still writing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar, NoReturn

from textual import work
from textual.containers import VerticalScroll

from scenarios.library import Library
from scenarios.load import Loaded
from trainer.previewing import Entry, Watch, begun, taken_up
from trainer.screens.actions import bindings
from trainer.screens.play import PlayScreen
from trainer.screens.program import SpeakUp
from trainer.screens.room import Room, tell
from trainer.screens.shelf import Shelf
from trainer.store.none import NoStore
from trainer.store.opening import Opened
from trainer.widgets.plain_text import PlainText
from trainer.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from scenarios.faults import Fault
    from scenarios.model import Scenario

EVERY = 0.4
"""Seconds between two looks at the file."""


class FaultStrip(PlainText):
    """What is wrong with the file, in one or two lines; nothing where nothing is."""

    DEFAULT_CSS = """
    FaultStrip {
        dock: top; height: auto; max-height: 3; margin-top: 1; padding: 0 2;
        color: $text-warning; background: $panel; display: none;
    }
    FaultStrip.told { display: block; }
    FaultStrip.error { color: $text-error; }
    """

    def tell(self, faults: Sequence[Fault]) -> None:
        """Show the first fault, errors before warnings, and how many there are."""
        wrong = sorted(faults, key=lambda fault: (not fault.is_error, fault))
        wrong = [fault for fault in wrong if fault.severity != "note"]
        self.set_class(bool(wrong), "told")
        self.set_class(bool(wrong) and wrong[0].is_error, "error")
        self.show(_said(wrong) if wrong else "")


def _said(faults: Sequence[Fault]) -> str:
    more = f" (and {len(faults) - 1} more: speakup check)" if len(faults) > 1 else ""
    return f"{_where(faults[0])}{more}"


def _where(fault: Fault) -> str:
    mend = f"; {fault.mend}" if fault.mend else ""
    return f"Line {fault.line}, {fault.severity}: {fault.message}{mend}"


class PreviewScreen(PlayScreen):
    """A scenario being played while it is written: each save is followed, the place is kept."""

    about = (
        "This plays your file as it is now. Save it in your editor, and the screen follows; your place is "
        "kept as far as it still fits. What is wrong with the file stands in the line "
        "on top. Nothing is stored."
    )

    def __init__(self, watch: Watch, loaded: Loaded, scenario: Scenario, entry: Entry) -> None:
        super().__init__(begun(scenario, entry), is_private=True, can_save=False)
        self._watch = watch
        self._entry = entry
        self._loaded = loaded

    def compose(self) -> ComposeResult:
        """Lay out the play screen with the strip below its top line."""
        yield from super().compose()
        yield FaultStrip()

    def on_mount(self) -> None:
        """Begin to watch the file."""
        self.set_interval(EVERY, self._look)
        self._tell(self._loaded)

    @property
    def _badge(self) -> str:
        return "preview"

    def _look(self) -> None:
        """Follow a save, as soon as nothing stands above the screen."""
        if self.app.screen is not self or self.is_reading:
            return
        loaded = self._watch.look()
        if loaded is None:
            return
        if loaded.scenario:
            self._follow(loaded.scenario)
        self._tell(loaded)

    def _follow(self, scenario: Scenario) -> None:
        """Take the place up in the scenario as it is now."""
        held = self.box.text
        self.session, is_whole = taken_up(scenario, self.session.events, self._entry)
        self._told = None
        self.set_reactive(PlayScreen.state, None)
        self.state = self.session.state
        if held and not self.box.text:
            self.box.fill(held)
        tell(self.app, "Read again." if is_whole else "Read again. Some of what you played no longer fits.")

    def _tell(self, loaded: Loaded) -> None:
        self.query_one(FaultStrip).tell(loaded.faults)
        if loaded.scenario:
            self._check()

    @work(thread=True, exclusive=True, group="checking")
    def _check(self) -> None:
        """Look for the faults that take a moment to find."""
        from scenarios.check import check

        faults = check([self._watch.file])
        self.app.call_from_thread(self._checked, faults)

    def _checked(self, faults: Sequence[Fault]) -> None:
        if self.is_mounted:
            self.query_one(FaultStrip).tell(faults)


class WaitingScreen(Room[None]):
    """What is wrong with a file that cannot be played yet; the preview opens as soon as it can."""

    does = ("quit", "help")
    about = "Mend what is wrong in your editor and save. The scene opens by itself."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self._loaded = loaded

    def compose(self) -> ComposeResult:
        """Lay out the faults."""
        yield TitleBar("This file cannot be played yet", "preview")
        with VerticalScroll():
            yield PlainText(id="faults")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Show what is wrong."""
        self.show(self._loaded)

    async def action_quit(self) -> None:
        """Close the preview."""
        self.app.exit()

    def show(self, loaded: Loaded) -> None:
        """Show what is wrong now."""
        lines = [f"{_where(fault)}\n" for fault in loaded.faults if fault.is_error]
        self.query_one("#faults", PlainText).show("\n".join([*lines, "Save the file, and it is read again."]))


class Preview(SpeakUp):
    """The program with nothing in it but one file, and nothing kept."""

    def __init__(self, file: Path, entry: Entry) -> None:
        opened = Opened(NoStore())
        opened.store.set_setting("welcomed", "yes")
        shelf = Shelf(Library([], keep=False))
        shelf.start()
        super().__init__(opened, shelf, is_private=True)
        self._watch = Watch(file)
        self._entry = entry

    def on_mount(self) -> None:
        """Open the file."""
        loaded = self._watch.look() or Loaded(None, ())
        if loaded.scenario:
            self._open(loaded, loaded.scenario)
        else:
            self.push_screen(WaitingScreen(loaded))
            self.set_interval(EVERY, self._look)

    def _open(self, loaded: Loaded, scenario: Scenario) -> None:
        self.push_screen(PreviewScreen(self._watch, loaded, scenario, self._entry), lambda _: self.exit())

    def _look(self) -> None:
        """Open the file as soon as it can be played."""
        if not isinstance(self.screen, WaitingScreen):
            return
        loaded = self._watch.look()
        if loaded and loaded.scenario:
            self.pop_screen()
            self._open(loaded, loaded.scenario)
        elif loaded:
            self.screen.show(loaded)


def run(file: Path, entry: Entry) -> NoReturn:
    """Open the preview and end the process with its status."""
    app = Preview(file, entry)
    app.run()
    if app.fault:
        raise app.fault
    sys.exit(app.return_code or 0)
