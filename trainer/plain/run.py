"""Plain mode on the streams of the program."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, TextIO

from scoring.text import clean
from trainer.chairs import OtherChair
from trainer.errors import PlayError, Trouble
from trainer.plain.drill import DrillTalk
from trainer.plain.lines import Lines
from trainer.plain.show import opening_lines
from trainer.plain.talk import Talk
from trainer.plain.waiting import Ready, interruptible
from trainer.practice import Practice
from trainer.session import Session
from trainer.warm_up import WarmUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scenarios.drill import Drill
    from scenarios.load import Loaded
    from scenarios.model import Scenario
    from trainer.plain.waiting import Readable
    from trainer.store import Opened

WIDEST = 88
"""Lines are wrapped at this width, or at that of a narrower terminal; through a pipe they are left whole."""


class Teller:
    """Writes lines, wrapped where a person reads them in a terminal."""

    def __init__(self, stream: TextIO, *, shows_prompt: bool) -> None:
        self._stream = stream
        self._width = min(WIDEST, shutil.get_terminal_size().columns) if stream.isatty() else 0
        self._shows_prompt = shows_prompt

    def tell(self, text: str) -> None:
        """Write one line, without anything that a terminal could take for a command."""
        for line in clean(text).split("\n"):
            self._stream.write(self._wrapped(line) + "\n")
        self._stream.flush()

    def prompt(self, text: str) -> None:
        """Show that something can be typed, where a person types."""
        if self._shows_prompt:
            self._stream.write(text)
            self._stream.flush()

    def _wrapped(self, line: str) -> str:
        if len(line) <= self._width or not self._width:
            return line
        indent = " " * (len(line) - len(line.lstrip()))
        return textwrap.fill(
            line.strip(),
            max(20, self._width),
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )


def play(
    scenario: Scenario,
    opened: Opened,
    stdin: TextIO,
    stdout: TextIO,
    *,
    opening: str = "",
    load: Callable[[str], Loaded] | None = None,
) -> None:
    """Play a scenario line by line, from its opening or from another scene.

    `load` reads another scenario of the library, where it is told from the other chair.
    """
    teller = Teller(stdout, shows_prompt=stdin.isatty())
    with interruptible(stdin) as typed:
        lines = _lines(typed, teller)
        session = Session.begin(scenario, opened.store, opening=opening)
        for line in (*opening_lines(scenario), *_keeping_lines(opened)):
            teller.tell(line)
        Talk(
            session,
            lines,
            teller.tell,
            resume=None if opening else _resume(scenario, opened),
            other=OtherChair(load, opened.store) if load else None,
            begin=lambda other: Session.begin(other, opened.store),
        ).run()


def practise(drill: Drill, opened: Opened, stdin: TextIO, stdout: TextIO, *, lines: int) -> None:
    """Practise a drill line by line."""
    teller = Teller(stdout, shows_prompt=stdin.isatty())
    with interruptible(stdin) as typed:
        said = _lines(typed, teller)
        practice = Practice(drill, opened.store, lines=lines)
        for line in _keeping_lines(opened, "Which lines you practised"):
            teller.tell(line)
        DrillTalk(practice, said, teller.tell).run()


def _lines(typed: Readable, teller: Teller) -> Lines:
    """Return the lines of the player; the scorer gets ready for them while the beginning is read."""
    warm_up = WarmUp()
    warm_up.start()
    return Lines(Ready(typed, warm_up, teller.tell), teller.prompt)


def _keeping_lines(opened: Opened, what: str = "What you say") -> Iterator[str]:
    """Yield what is kept and where, the first time, and what is wrong with that, if anything."""
    if opened.notice:
        yield opened.notice
    elif not opened.store.is_saving:
        yield "Private: nothing of this is kept."
    elif not (opened.store.sessions() or opened.store.cards()):
        yield f"{what} is kept on this machine only, in {opened.store.path}."
        yield "To keep nothing, add --private. To delete all of it: speakup wipe."


def _resume(scenario: Scenario, opened: Opened) -> Callable[[], Session] | None:
    """Return what takes up the unfinished session of this scenario that changed last, if there is one."""
    rows = (
        each for each in opened.store.sessions() if each.status == "open" and each.scenario == scenario.id
    )
    row = next(rows, None)
    if row is None:
        return None
    number = row.number

    def resume() -> Session:
        try:
            return Session.resume(scenario, opened.store, number)
        except Trouble as trouble:
            raise PlayError(f"The unfinished session cannot be taken up. {trouble}") from trouble

    return resume
