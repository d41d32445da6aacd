"""The loop of plain mode: reads a line, lets it happen, tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.crisis import CHOICES
from trainer.errors import PlayError
from trainer.plain import show, told
from trainer.plain.extras import write_note, write_plan, write_transcript
from trainer.plain.words import Command, command, help_lines
from trainer.play.debrief import debrief
from trainer.play.events import OTHERWISE
from trainer.play.feedback import feedback
from trainer.play.transcript import labelled
from trainer.play.view import Option, options, view
from trainer.play.why import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scenarios.model import Scenario
    from trainer.chairs import OtherChair
    from trainer.plain.lines import Lines
    from trainer.play.chairs import TwoChairs
    from trainer.play.state import State
    from trainer.session import Session

CONTINUE = "continue"


class Talk:
    """One session in plain mode."""

    def __init__(
        self,
        session: Session,
        lines: Lines,
        tell: Callable[[str], None],
        *,
        resume: Callable[[], Session] | None = None,
        other: OtherChair | None = None,
        begin: Callable[[Scenario], Session] | None = None,
    ) -> None:
        self._session = session
        self._lines = lines
        self._tell = tell
        self._resume = resume
        """Takes up an unfinished session instead; possible as long as nothing was done in this one."""
        self._other = other
        """Finds the other chair of the story."""
        self._begin = begin
        """Begins a session of another story."""
        self._asked = ""
        """What a number alone answers: `pick`, `meant`, or nothing."""

    def run(self) -> None:
        """Talk until the player stops, or the input ends."""
        self._look()
        while not (self._session.state.is_paused or self._session.state.phase == "left"):
            text = self._lines.next(draft=self._session.keep_draft)
            if text is None:
                break
            try:
                self._take(text)
            except PlayError as trouble:
                self._tell(str(trouble))
            if notice := self._session.take_notice():
                self._tell(notice)
        self._close()

    def _close(self) -> None:
        is_open = not self._session.state.is_over and len(self._session.events) > 1
        if is_open and self._session.is_saving:
            self._tell("You can come back to this moment at any time.")
        self._tell("Goodbye.")

    def _take(self, text: str) -> None:
        """Let one line happen."""
        before = self._session.state
        if not text.strip():
            self._tell_all(show.waiting_lines(view(before)))
        elif before.phase == "halted":
            self._halt(text)
        elif text.strip().casefold() == CONTINUE and self._can_continue:
            self._continue()
            return
        elif number := self._number(text):
            self._choose(number)
        elif wish := command(text):
            self._do(wish)
        else:
            self._say(text)
        self._tell_change(before)

    @property
    def _can_continue(self) -> bool:
        return self._resume is not None and len(self._session.events) == 1

    def _continue(self) -> None:
        if self._resume:
            self._session = self._resume()
            self._look()

    def _say(self, text: str) -> None:
        phase = self._session.state.phase
        if phase == "feedback":
            raise PlayError("To try other words, type again first. To go on, type on. All commands: help.")
        if phase == "ended":
            raise PlayError("The story is over. To play a moment again, type back and its number.")
        self._asked = ""
        self._session.say(text)

    def _number(self, text: str) -> int:
        """Return the number that chooses one of the options shown; 0 where the line is something else."""
        is_asked = self._asked or self._session.state.phase in ("clarifying", "offering")
        line = text.strip().rstrip(".")
        return int(line) if is_asked and line.isascii() and line.isdigit() and len(line) < 4 else 0

    def _choose(self, number: int) -> None:
        if self._asked == "meant":
            self._meant(number)
        elif self._session.state.phase in ("clarifying", "offering"):
            self._session.choose(_numbered(view(self._session.state).options, number).reply)
        else:
            self._pick(number)

    def _do(self, wish: Command) -> None:
        """Do what a command says."""
        session = self._session
        deeds: dict[str, Callable[[], object]] = {
            "on": session.go_on,
            "again": session.again,
            "back": lambda: session.back(None if wish.number is None else wish.number - 1),
            "pick": lambda: self._pick(wish.number),
            "meant": lambda: self._meant(wish.number),
            "debrief": session.to_debrief,
            "hint": self._hint,
            "why": lambda: self._tell_all(told.why_lines(why(session.why()))),
            "look": self._look,
            "draft": self._draft,
            "chair": self._change_chairs,
            "plan": lambda: write_plan(session, self._lines, self._tell),
            "note": lambda: write_note(session, self._lines, self._tell),
            "transcript": lambda: write_transcript(session.state, wish.file, self._tell, self._chairs()),
            "pause": session.pause,
            "leave": session.leave,
            "help": lambda: self._tell_all(help_lines()),
        }
        deeds[wish.word]()

    def _pick(self, number: int | None) -> None:
        shown = view(self._session.state)
        if "pick" not in shown.actions:
            raise PlayError("There is nothing to pick here. All commands: help.")
        if number is None:
            self._asked = "pick"
            self._tell_all(show.option_lines(shown.options))
            self._tell("Type a number, or say it in your own words.")
        else:
            self._session.pick(_numbered(shown.options, number).reply)

    def _meant(self, number: int | None) -> None:
        state = self._session.state
        if "meant" not in view(state).actions:
            raise PlayError("There is nothing to put right here yet.")
        shown = options(state)
        shown = (*shown, Option(len(shown) + 1, OTHERWISE, "None of these"))
        if number is None:
            self._asked = "meant"
            self._tell_all(
                ["Then I misread you. What did you mean?", *show.option_lines(shown), "Type a number."]
            )
        else:
            self._session.meant(_numbered(shown, number).reply)
            if self._session.is_saving:
                self._tell("Thank you. It is kept on this machine for the author of the story.")

    def _hint(self) -> None:
        hint = view(self._session.hint()).hints[-1]
        self._tell(f"{hint.title}: {hint.text}")

    def _draft(self) -> None:
        if not self._session.draft:
            raise PlayError("There is nothing half typed.")
        self._session.say(self._session.draft)

    def _chairs(self) -> TwoChairs | None:
        """Return both chairs of a story that is over."""
        state = self._session.state
        if self._other is None or state.phase != "ended":
            return None
        self._other.remember(state)
        return self._other.look(state, self._other.kept(state))

    def _change_chairs(self) -> None:
        """Play the same minutes from the other chair."""
        if self._session.state.phase != "ended":
            raise PlayError("The other chair comes when the story is over.")
        other = self._other.scenario(self._session.state) if self._other else None
        if other is None or self._begin is None:
            raise PlayError("This story is told from one chair only.")
        self._session, self._resume = self._begin(other), None
        self._tell_all(["", *show.opening_lines(other)])

    def _halt(self, text: str) -> None:
        words = text.strip().casefold().rstrip(".")
        for choice, _ in CHOICES:
            if words == choice:
                self._session.halt(choice)
                return
        self._tell_all(show.crisis_lines())

    def _tell_change(self, before: State) -> None:
        """Tell what came of a line."""
        state = self._session.state
        if state == before or state.is_paused or state.phase == "left":
            return
        self._asked = ""
        if state.phase == "halted":
            self._tell_all(["", *show.crisis_lines()])
        elif state.phase == "feedback" and state.moment.attempts != before.moment.attempts:
            self._tell_reaction(state)
        elif state.phase == "ended" and before.phase != "ended":
            self._tell_all(["", *told.debrief_lines(debrief(state, self._session.endings_met)), ""])
            if chairs := self._chairs():
                self._tell_all([*told.other_chair_lines(chairs), ""])
            self._tell_all(show.asking_lines(view(state)))
        elif state.phase in ("clarifying", "rephrasing", "offering") and state.pending != before.pending:
            self._tell_all(["", *show.asking_lines(view(state))])
        elif state.phase == "responding" and (
            before.phase != "responding" or state.moment.scene != before.moment.scene
        ):
            self._look()

    def _tell_reaction(self, state: State) -> None:
        said = view(state).said[len(state.moment.lines) :]
        self._tell_all(["", *(labelled(each) for each in said), ""])
        self._tell_all([*told.feedback_lines(feedback(state)), "", *show.asking_lines(view(state))])

    def _look(self) -> None:
        """Show the present moment."""
        shown = view(self._session.state)
        self._tell_all(["", f"Moment {shown.number}.", *show.moment_lines(shown), ""])
        if shown.phase == "halted":
            self._tell_all(show.crisis_lines())
            return
        if self._session.draft:
            self._tell(f"You had half typed: “{self._session.draft}” To say it, type draft.")
        if self._can_continue:
            self._tell("You have an unfinished session of this story. To take it up, type continue.")
        self._tell_all(show.asking_lines(shown))

    def _tell_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._tell(line)


def _numbered(shown: tuple[Option, ...], number: int) -> Option:
    """Return the option with this number."""
    if not 1 <= number <= len(shown):
        raise PlayError(f"Type a number from 1 to {len(shown)}.")
    return shown[number - 1]
