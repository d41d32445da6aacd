from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

import scoring
from tests.trainer.drills.drilled import DRILL
from tests.trainer.screens import scorer
from trainer.drills import feedback as drill_feedback
from trainer.drills.feedback import feedback
from trainer.drills.view import closing, view
from trainer.errors import PlayError, StoreTrouble
from trainer.practice import Practice, due, today
from trainer.store import NoStore, Store
from trainer.store.schema import TABLES
from trainer.store.taking import exported

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def fake_scorer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "score", scorer.score)
    monkeypatch.setattr(drill_feedback, "explain", scorer.explain)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "speakup.db")


def through(practice: Practice, *answers: str) -> None:
    for answer in answers:
        practice.say(answer)
        practice.go_on()
        practice.judge("good")


def test_feedback_is_elaborated() -> None:
    practice = Practice(DRILL, NoStore(), day=100)
    practice.say("It's fine, all good.")
    told = feedback(practice.state)
    assert [each.label for each in told.pitfalls] == ["masks"]
    assert [each.label for each in told.missing] == ["names_feeling"]
    assert told.try_next
    assert told.edit
    assert (len(told.strong), told.weak) == (2, practice.state.line.weak)
    practice.again()
    practice.say("I was hurt.")
    told = feedback(practice.state)
    assert (told.number, [each.label for each in told.skills]) == (2, ["names_feeling"])
    assert told.compared
    assert told.marks


def test_what_went_badly_is_due_on_another_day(store: Store) -> None:
    practice = Practice(DRILL, store, day=100)
    line = practice.state.turn.line
    through(practice, "It's fine.")
    assert due(store.cards(DRILL.id), DRILL, 100) == ()
    assert due(store.cards(DRILL.id), DRILL, 101) == (line,)
    later = Practice(DRILL, store, day=101)
    assert (later.due, later.state.turn.line) == (1, line)
    assert view(later.state).note == "This line comes back from another day."
    through(later, "I was hurt.")
    assert due(store.cards(DRILL.id), DRILL, 103) == ()
    assert due(store.cards(DRILL.id), DRILL, 104) == (line,)


def test_a_kill_in_the_midst_loses_nothing_of_it(store: Store) -> None:
    practice = Practice(DRILL, store, day=100)
    practice.say("It's fine.")
    assert due(store.cards(DRILL.id), DRILL, 101) == (practice.state.turn.line,)
    practice.again()
    practice.say("I was hurt.")
    assert due(store.cards(DRILL.id), DRILL, 101) == ()


def test_coming_back_well_in_the_session_leaves_the_other_day(store: Store) -> None:
    practice = Practice(DRILL, store, day=100)
    line = practice.state.turn.line
    through(practice, "It's fine.", *["I was hurt."] * 3)
    assert (practice.state.turn.line, practice.state.turn.comes_back) == (line, True)
    through(practice, "I was sad.")
    assert due(store.cards(DRILL.id), DRILL, 101) == (line,)


def test_the_level_is_kept(store: Store) -> None:
    practice = Practice(DRILL, store, day=100)
    practice.say("I was hurt.")
    practice.go_on()
    practice.judge("too easy")
    assert Practice(DRILL, store, day=102).state.turn.level == 2
    store.set_setting("drill level the-drill", "many")
    assert Practice(DRILL, store, day=102).state.turn.level == 1


def test_words_of_danger_stop_and_are_not_kept(store: Store) -> None:
    practice = Practice(DRILL, store, day=100)
    practice.say("I will kill myself.")
    assert (practice.state.phase, practice.held) == ("halted", "I will kill myself.")
    assert store.cards() == ()
    practice.halt("go on")
    assert practice.state.phase == "responding"


def test_pause_leaves_and_nothing_is_refused() -> None:
    practice = Practice(DRILL, NoStore(), day=100)
    for words, told in (("  ", "a few words"), ("x" * 7000, "up to 6,000")):
        with pytest.raises(PlayError, match=told):
            practice.say(words)
    practice.say("Pause.")
    assert practice.state.phase == "left"
    with pytest.raises(PlayError):
        practice.say("Hello there my friend.")


def test_trouble_with_the_store_is_told_and_practice_goes_on() -> None:
    class Full(NoStore):
        def keep_card(self, card: object) -> None:  # noqa: ARG002
            raise StoreTrouble("The disk is full.")

    practice = Practice(DRILL, Full(), day=100)
    practice.say("I was hurt.")
    assert "The disk is full." in practice.take_notice()
    assert practice.take_notice() == ""
    assert practice.state.phase == "feedback"


def test_the_end_tells_what_was_practised_and_gives_no_grade() -> None:
    practice = Practice(DRILL, NoStore(), lines=4, day=100)
    through(practice, "It's fine.", *["I was hurt."] * 4)
    assert practice.state.phase == "ended"
    assert closing(practice.state) == (
        "You practised 4 lines; in 4 of them the skill was there at the end.",
        "1 line will come back on another day, so that it can settle.",
    )


def test_a_database_of_the_first_version_gets_the_table(tmp_path: Path) -> None:
    file = tmp_path / "speakup.db"
    old = sqlite3.connect(file)
    old.executescript(TABLES)
    old.executescript("PRAGMA user_version = 1; INSERT INTO settings VALUES ('theme', 'dark');")
    old.close()
    store = Store(file)
    assert store.cards() == ()
    assert store.setting("theme") == "dark"
    Practice(DRILL, store, day=100).say("It's fine.")
    assert len(exported(store)["drills"]) == 1
    store.close()


def test_today_is_a_day() -> None:
    assert today() > 738_000
