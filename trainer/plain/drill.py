"""A drill in plain mode: reads a line, lets it happen, tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.crisis import CHOICES
from trainer.drills.feedback import feedback, why
from trainer.drills.view import closing, meant_told, view
from trainer.errors import PlayError
from trainer.plain import show, told
from trainer.plain.drill_words import command, help_lines
from trainer.play.transcript import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from trainer.drills.events import Felt
    from trainer.drills.state import Phase, State
    from trainer.drills.view import View
    from trainer.plain.lines import Lines
    from trainer.practice import Practice

_FELT: dict[str, Felt] = {"easy": "too easy", "good": "good", "hard": "too hard"}
_NUMBERS = {"1": "easy", "2": "good", "3": "hard"}
"""How hard a line was, by the number under which it is asked."""
_WAITS: dict[Phase, str] = {
    "responding": "Your turn. Type what you say, or: hint, skip, help.",
    "feedback": "Type: again, on, why, meant, help.",
    "judging": "How was that one? Type: easy, good, hard.",
}


class DrillTalk:
    """One drill in plain mode."""

    def __init__(self, practice: Practice, lines: Lines, tell: Callable[[str], None]) -> None:
        self._practice = practice
        self._lines = lines
        self._tell = tell

    def run(self) -> None:
        """Talk until the player stops, the drill or the input ends."""
        self._tell_all(_opening(self._practice))
        self._look()
        while not self._practice.state.is_over:
            text = self._lines.next()
            if text is None:
                break
            try:
                self._take(text)
            except PlayError as trouble:
                self._tell(str(trouble))
            if notice := self._practice.take_notice():
                self._tell(notice)
        if self._practice.state.done:
            self._tell_all(["", *closing(self._practice.state)])
        self._tell("Goodbye.")

    def _take(self, text: str) -> None:
        """Let one line happen."""
        before = self._practice.state
        if before.phase == "halted":
            self._halt(text)
        elif not text.strip():
            self._ask()
        elif before.phase == "judging" and (felt := _NUMBERS.get(text.strip().rstrip("."))):
            self._do(felt)
        elif wish := command(text):
            self._do(wish)
        else:
            self._say(text)
        self._tell_change(before)

    def _say(self, text: str) -> None:
        phase = self._practice.state.phase
        if phase == "feedback":
            raise PlayError("To try other words, type again first. To go on, type on. All commands: help.")
        if phase == "judging":
            raise PlayError(_WAITS["judging"])
        self._practice.say(text)

    def _do(self, wish: str) -> None:
        """Do what a command says."""
        practice = self._practice
        deeds: dict[str, Callable[[], object]] = {
            "hint": self._hint,
            "skip": practice.skip,
            "on": practice.go_on,
            "again": practice.again,
            "why": lambda: self._tell_all(told.why_lines(why(practice.state))),
            "meant": self._meant,
            "look": self._look,
            "pause": practice.leave,
            "help": lambda: self._tell_all(help_lines()),
        }
        if wish in _FELT:
            practice.judge(_FELT[wish])
        else:
            deeds[wish]()

    def _meant(self) -> None:
        self._practice.meant()
        self._tell(meant_told(is_saving=self._practice.is_saving))

    def _hint(self) -> None:
        hint = view(self._practice.hint()).hints[-1]
        self._tell(f"{hint.title}: {hint.text}")

    def _halt(self, text: str) -> None:
        words = text.strip().casefold().rstrip(".")
        for choice, _ in CHOICES:
            if words == choice:
                self._practice.halt(choice)
                return
        self._tell_all(show.crisis_lines())

    def _tell_change(self, before: State) -> None:
        """Tell what came of a line."""
        state = self._practice.state
        if state == before or state.is_over:
            return
        if state.phase == "halted":
            self._tell_all(["", *show.crisis_lines()])
        elif state.phase == "feedback" and len(state.turn.attempts) > len(before.turn.attempts):
            lines = told.feedback_lines(feedback(state))
            self._tell_all(["", *lines, ""])
            self._ask()
        elif state.phase == "responding" and (before.phase != "responding" or state.passed != before.passed):
            self._look()
        elif state.phase == "judging" or state.missed:
            self._ask()

    def _look(self) -> None:
        """Show the present line."""
        self._tell_all(["", *_line(view(self._practice.state)), ""])
        self._ask()

    def _ask(self) -> None:
        """Say what is waited for."""
        state = self._practice.state
        asks = view(state).asks if state.missed else ""
        self._tell(asks or _WAITS.get(state.phase, ""))

    def _tell_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._tell(line)


def _opening(practice: Practice) -> Iterator[str]:
    """Yield what stands before the first line."""
    state = practice.state
    drill, count = state.drill, state.began.lines
    yield f"{drill.title}. A drill: you are the {drill.role}."
    yield drill.summary
    lines = "1 line" if count == 1 else f"{count} lines"
    yield f"{lines}, about a minute each, beginning on level {state.level} of 3."
    if practice.due:
        back = "1 line comes" if practice.due == 1 else f"{practice.due} lines come"
        yield f"{back} back from another day."
    yield "This is practice, not treatment. Type help for the commands; type pause to stop at any time."


def _line(shown: View) -> Iterator[str]:
    yield f"Line {shown.number}, level {shown.level}."
    if shown.note:
        yield shown.note
    yield shown.moment
    for said in shown.said:
        yield labelled(said)
    for hint in shown.hints:
        yield f"{hint.title}: {hint.text}"
