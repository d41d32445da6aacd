from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.verdict import Finding
from tests.trainer.story import ASK, NAME_IT, STORY, said
from trainer.errors import PlayError, StoreTrouble
from trainer.play.events import Alarmed, Contested, Paused, Responded, SteppedBack, WentOn
from trainer.progress import progress_of
from trainer.session import Session
from trainer.store import NoStore, Store

if TYPE_CHECKING:
    from pathlib import Path

DANGER = "I want to kill myself"


def test_a_session_resumes_at_the_very_moment_with_the_draft() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.pick("name-it")
    session.go_on()
    session.keep_draft("I would li")
    store.close()
    store = Store()
    row = store.unfinished()
    assert row
    again = Session.resume(STORY, store, row.number)
    assert (again.state, again.draft) == (session.state, "I would li")
    again.take(said("stay"))
    assert (again.draft, store.draft_of(row.number)) == ("", "")


def test_nothing_is_kept_before_the_player_does_something() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    assert store.sessions() == ()
    session.keep_draft("I")
    assert store.sessions()[0].draft == "I"


def test_words_of_danger_are_kept_nowhere(home: Path) -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.keep_draft(DANGER)
    state = session.say(DANGER)
    assert (state.phase, session.held, session.draft) == ("halted", DANGER, "")
    assert not any(b"kill" in file.read_bytes() for file in home.iterdir())
    session.halt("go on")
    assert (session.state.phase, session.held) == ("responding", DANGER)
    session.take(said("ask"))
    assert session.held == ""
    assert Alarmed() in store.events(session.number)


def test_words_of_danger_in_a_note_or_a_plan_stop_too(home: Path) -> None:
    session = Session.begin(STORY, Store())
    for write in (lambda: session.note(DANGER), lambda: session.plan("When", DANGER)):
        assert write().phase == "halted"
        session.halt("go on")
    assert session.note("A good hour.").journal == ("A good hour.",)
    assert not any(b"kill" in file.read_bytes() for file in home.iterdir())


def test_typing_pause_pauses() -> None:
    session = Session.begin(STORY, Store())
    assert session.say(" Pause ").is_paused
    assert session.events[-1] == Paused()
    assert session.state.phase == "responding"


def test_the_word_pause_is_no_half_typed_response() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.keep_draft("Pause.")
    session.take(session.read("Pause."))
    assert (session.draft, store.draft_of(session.number)) == ("", "")
    session.say("pause")
    assert store.draft_of(session.number) == ""


def test_words_are_kept_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    session = Session.begin(STORY, store)
    kept: list[str] = []

    def reading(*_: object) -> Responded:
        kept.append(store.draft_of(1))
        return said("ask", NAME_IT)

    monkeypatch.setattr("trainer.session.read", reading)
    session.say(NAME_IT)
    assert kept == [NAME_IT]
    assert store.draft_of(1) == ""
    with pytest.raises(PlayError):
        session.say("what does not fit now")
    assert store.draft_of(1) == ""


def test_pausing_keeps_the_draft() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.pause("half")
    assert store.draft_of(session.number) == "half"


def test_what_does_not_fit_changes_nothing() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.pick("ask")
    before, events = session.state, store.events(session.number)
    for wrong in (
        lambda: session.say("more"),
        session.back,
        lambda: session.choose("ask"),
        lambda: session.pick("no"),
    ):
        with pytest.raises(PlayError):
            wrong()
    assert (session.state, store.events(session.number)) == (before, events)


@pytest.mark.parametrize("text", ["", "  \n", "\x1b\x07", "x" * 6001])
def test_a_response_needs_words_and_not_too_many(text: str) -> None:
    with pytest.raises(PlayError):
        Session.begin(STORY, NoStore()).say(text)


def test_what_is_typed_is_cleaned() -> None:
    state = Session.begin(STORY, NoStore()).say(f"  {NAME_IT}\x1b[31m\u202e ")
    assert state.attempt
    assert state.attempt.text == f"{NAME_IT}[31m"


def test_a_saying_that_is_typed_finds_its_reply() -> None:
    state = Session.begin(STORY, NoStore()).say(ASK.lower())
    assert state.attempt
    assert (state.attempt.reply, state.attempt.how) == ("ask", "typed")


def test_stepping_back_goes_to_the_moment_before_or_from_the_end_to_the_last() -> None:
    session = Session.begin(STORY, NoStore())
    session.take(said("ask"))
    session.go_on()
    assert session.back().moment.scene == "told"
    session.go_on()
    session.take(said("stay"))
    session.go_on()
    assert session.back().moment.scene == "opened"


class Faltering(Store):
    """A store whose disk is full now and then."""

    is_full = False

    def append(self, *args: object) -> None:
        if self.is_full:
            raise StoreTrouble("The disk is full.")
        super().append(*args)  # type: ignore[arg-type]


def test_trouble_is_told_play_goes_on_and_nothing_is_missing_afterwards() -> None:
    store = Faltering()
    session = Session.begin(STORY, store)
    session.take(said("ask"))
    store.is_full = True
    session.go_on()
    assert session.take_notice() == "The disk is full. You can play on; for now nothing is saved."
    assert session.take_notice() == ""
    session.take(said("stay"))
    assert not session.is_saving
    store.is_full = False
    session.go_on()
    assert "works again" in session.take_notice()
    assert session.is_saving
    assert store.events(session.number) == list(session.events)


def test_a_session_in_two_windows_is_kept_as_the_first_one_went_on() -> None:
    one, two = Store(), Store()
    session = Session.begin(STORY, one)
    session.take(said("ask"))
    other = Session.resume(STORY, two, session.number)
    session.go_on()
    other.again()
    assert "another window" in other.take_notice()
    assert not other.is_saving
    other.take(said("ask"))
    assert other.take_notice() == ""
    assert one.events(session.number) == list(session.events)


def test_a_changed_scenario_is_told() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.take(said("ask"))
    again = Session.resume(replace(STORY, title="New title"), store, session.number)
    assert "has been changed" in again.take_notice()
    with pytest.raises(PlayError, match="no longer fits"):
        Session.resume(replace(STORY, scenes={"opened": STORY.scenes["opened"]}), store, session.number)


def test_contesting_is_kept_for_the_author() -> None:
    store = Store()
    session = Session.begin(STORY, store)
    session.take(said("smooth-over"))
    session.meant("name-it", "I did")
    assert store.contests()[0].partner_says == "A concert. I see."


KILLED = """
import os, sys
from tests.trainer.story import STORY, said
from trainer.session import Session
from trainer.store import Store
session = Session.begin(STORY, Store())
for turn in range(1000):
    session.keep_draft(f"draft {turn}")
    print("draft", turn, flush=True)
    session.take(said("ask", f"response {turn}"))
    print("said", turn, flush=True)
    session.again()
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("lines", [1, 2, 7, 20])
def test_a_kill_loses_nothing(lines: int) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        seen = [process.stdout.readline().split() for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        seen += [line.split() for line in process.stdout.read().splitlines()]
    store = Store()
    session = Session.resume(STORY, store, 1)
    said_ = [int(turn) for what, turn in seen if what == "said"]
    assert [each.text for each in session.state.moment.attempts][: len(said_)] == [
        f"response {turn}" for turn in said_
    ]
    if seen[-1][0] == "draft":
        assert session.draft == f"draft {seen[-1][1]}" or session.state.moment.attempts[-1].text.endswith(
            seen[-1][1]
        )


def test_an_ending_that_was_met_stays_met(tmp_path: Path) -> None:
    store = Store(tmp_path / "speakup.db")
    session = Session.begin(STORY, store)
    for event in (said("ask"), WentOn(), said("stay"), WentOn(), SteppedBack(0)):
        session.take(event)
    (row,) = store.sessions()
    assert (row.status, row.endings) == ("open", ("open",))
    made = progress_of(store)
    assert (made.ended, made.scenarios[0].endings) == (1, ("open",))
    session.to_debrief()
    (row,) = store.sessions()
    assert (row.status, row.endings) == ("ended", ("open",))
    assert Session.begin(STORY, store).endings_met == {"open"}


def test_progress_counts_no_pitfall_that_was_taken_back_and_no_hedge_beside_a_skill(tmp_path: Path) -> None:
    store = Store(tmp_path / "speakup.db")
    for labels, more in ((("masks",), [Contested("name-it")]), (("names_feeling", "hedges"), [])):
        found = tuple(Finding(each, 0.9, ((0, 2),), "p") for each in labels)
        session = Session.begin(STORY, store)
        session.take(replace(said("ask"), reading=replace(said("ask").reading, findings=found)))
        for event in more:
            session.take(event)
    made = progress_of(store)
    assert [each.label for each in made.skills] == ["names_feeling"]
    assert made.pitfalls == ()
