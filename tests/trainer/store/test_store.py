from __future__ import annotations

import json
import os
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from tests.trainer.story import STORY, said
from trainer.errors import ElsewhereOpen, NewerStore, RecordError, StoreTrouble
from trainer.play.events import Contested, Event, WentOn
from trainer.play.step import begin, replay
from trainer.store import NoStore, Store, open_store
from trainer.store.schema import VERSION
from trainer.store.taking import exported, wiped

if TYPE_CHECKING:
    from pathlib import Path

EVENTS: list[Event] = [begin(STORY), said("ask", "für dich"), WentOn()]


def kept(store: Store, events: list[Event] = EVENTS) -> int:
    return store.begin(STORY, events, replay(STORY, events))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_events_come_back_in_order(home: Path) -> None:
    store = Store()
    number = kept(store)
    store.close()
    again = Store()
    assert again.events(number) == EVENTS
    assert again.path == home / "speakup.db"


def test_a_session_is_never_kept_without_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    monkeypatch.setattr("trainer.store.written.to_json", {}.__getitem__)
    with pytest.raises(KeyError):
        kept(store)
    assert store.sessions() == ()


def test_the_files_are_open_to_their_owner_only(home: Path) -> None:
    old = os.umask(0)
    try:
        store = Store()
        kept(store)
        assert mode(home) == 0o700
        assert {file.name: mode(file) for file in home.iterdir()} == {
            file.name: 0o600 for file in home.iterdir()
        }
    finally:
        os.umask(old)


def test_a_looser_file_is_closed_again(home: Path) -> None:
    Store().close()
    (home / "speakup.db").chmod(0o644)
    home.chmod(0o755)
    Store().close()
    assert (mode(home), mode(home / "speakup.db")) == (0o700, 0o600)


def test_a_folder_with_other_things_in_it_keeps_its_mode(home: Path) -> None:
    home.mkdir()
    (home / "photo.jpg").touch()
    home.chmod(0o755)
    Store().close()
    assert mode(home) == 0o755


def test_what_can_be_continued_is_the_open_session_that_changed_last() -> None:
    store = Store()
    first, second = kept(store), kept(store)
    ended = [*EVENTS, said("stay"), WentOn()]
    third = kept(store, ended)
    store.append(first, 3, [said("stay")], replay(STORY, [*EVENTS, said("stay")]))
    row = store.unfinished()
    assert row
    assert (row.number, row.scene, row.moments, row.status) == (first, "opened", 2, "open")
    assert {each.number: each.status for each in store.sessions()} == {
        first: "open",
        second: "open",
        third: "ended",
    }
    assert next(each for each in store.sessions() if each.number == third).ending == "open"


def test_the_draft_is_kept_and_removed() -> None:
    store = Store()
    number = kept(store)
    store.draft(number, "half a sen")
    assert store.draft_of(number) == "half a sen"
    assert store.sessions()[0].draft == "half a sen"
    store.draft(number, "")
    assert store.draft_of(number) == ""


def test_what_is_removed_leaves_no_trace(home: Path) -> None:
    store = Store()
    number = kept(store)
    store.draft(number, "a secret that is gone")
    store.draft(number, "")
    store.scrub()
    assert not any(b"secret that" in file.read_bytes() for file in home.iterdir())
    store.forget(number)
    assert not any("für dich".encode() in file.read_bytes() for file in home.iterdir())
    assert store.sessions() == ()


def test_another_window_is_never_written_over() -> None:
    one, two = Store(), Store()
    number = kept(one)
    more: list[Event] = [said("stay")]
    state = replay(STORY, [*EVENTS, *more])
    one.append(number, 3, more, state)
    with pytest.raises(ElsewhereOpen, match="another window"):
        two.append(number, 3, more, state)
    two.forget(number)
    with pytest.raises(ElsewhereOpen, match="deleted"):
        one.append(number, 4, more, state)


def test_a_contested_verdict_is_kept_for_the_author() -> None:
    store = Store()
    number = kept(store)
    events: list[Event] = [begin(STORY), said("smooth-over", "no, really"), Contested("name-it", "I said it")]
    store.contest(number, replay(STORY, events), "A concert. I see.")
    (contest,) = store.contests()
    assert (contest.scene, contest.text, contest.found, contest.meant) == (
        "told",
        "no, really",
        "smooth-over",
        "name-it",
    )
    assert contest.reading["findings"][0]["label"] == "names_feeling"


def test_settings() -> None:
    store = Store()
    assert store.setting("welcomed") == ""
    store.set_setting("welcomed", "yes")
    store.set_setting("welcomed", "again")
    assert Store().setting("welcomed") == "again"
    assert store.settings() == {"welcomed": "again"}


@pytest.mark.parametrize(
    "rubbish", [b"this is no database, it is a diary" * 40, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_damaged_database_is_set_aside_and_named(home: Path, rubbish: bytes) -> None:
    for number in (1, 2):
        home.mkdir(exist_ok=True)
        (home / "speakup.db").write_bytes(rubbish)
        opened = open_store()
        aside = home / f"speakup.db.damaged-{number}"
        assert str(aside) in opened.notice
        assert aside.read_bytes() == rubbish
        assert opened.store.sessions() == ()
        opened.store.close()


def test_a_database_cut_short_is_set_aside(home: Path) -> None:
    store = Store()
    for _ in range(30):
        kept(store)
    store.close()
    whole = (home / "speakup.db").read_bytes()
    (home / "speakup.db").write_bytes(whole[: len(whole) // 2])
    assert "damaged-1" in open_store().notice


def test_an_empty_file_is_a_new_database(home: Path) -> None:
    home.mkdir()
    (home / "speakup.db").touch()
    assert open_store().notice == ""


def test_a_newer_database_is_left_alone(home: Path) -> None:
    Store().close()
    with sqlite3.connect(home / "speakup.db") as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()
    before = (home / "speakup.db").read_bytes()
    with pytest.raises(NewerStore, match="newer speakup"):
        Store()
    opened = open_store()
    assert isinstance(opened.store, NoStore)
    assert "nothing is saved" in opened.notice
    assert (home / "speakup.db").read_bytes() == before


def test_the_file_of_another_program_is_left_alone(home: Path) -> None:
    home.mkdir()
    with sqlite3.connect(home / "speakup.db") as other:
        other.execute("PRAGMA application_id = 77")
        other.execute("CREATE TABLE photos (name)")
    other.close()
    assert "another program" in open_store().notice


def test_a_folder_that_is_a_file_is_told(home: Path) -> None:
    home.write_text("I am a file")
    opened = open_store()
    assert isinstance(opened.store, NoStore)
    assert "cannot be used" in opened.notice


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="a superuser can write everywhere")
def test_a_read_only_folder_is_told(home: Path) -> None:
    home.mkdir()
    home.chmod(0o500)
    assert "nothing is saved" in open_store().notice


def test_a_full_disk_is_told_and_nothing_is_half_written() -> None:
    store = Store()
    number = kept(store)
    pages = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    long: list[Event] = [said("ask", "word " * 4000)]
    state = replay(STORY, [EVENTS[0], *long])
    with pytest.raises(StoreTrouble, match="full"):
        store.append(number, 3, long, state)
    assert store.events(number) == EVENTS


def test_a_broken_event_is_told_and_not_dropped() -> None:
    store = Store()
    number = kept(store)
    store._database.execute("UPDATE events SET data = '{' WHERE place = 1")
    with pytest.raises(RecordError, match="cannot be read"):
        store.events(number)
    with pytest.raises(RecordError, match="no session"):
        store.events(99)
    assert "cannot be read" in exported(store)["sessions"][0]["error"]


def test_everything_can_be_taken_along() -> None:
    store = Store()
    kept(store)
    store.set_setting("theme", "dark")
    whole = json.loads(json.dumps(exported(store)))
    assert whole["sessions"][0]["events"][1]["text"] == "für dich"
    assert whole["settings"] == {"theme": "dark"}


def test_wiping_deletes_what_is_ours_and_nothing_else(home: Path) -> None:
    store = Store()
    kept(store)
    (home / "speakup.db.damaged-1").write_text("old")
    (home / "speakup.log").write_text("old")
    (home / "mine.txt").write_text("mine")
    names = {file.name for file in wiped(home)}
    assert {"speakup.db", "speakup.db-wal", "speakup.db-shm", "speakup.db.damaged-1", "speakup.log"} == names
    assert [file.name for file in home.iterdir()] == ["mine.txt"]
    (home / "mine.txt").unlink()
    assert wiped(home) == []
    assert not home.exists()


def test_private_play_writes_nothing(home: Path) -> None:
    opened = open_store(private=True)
    opened.store.set_setting("theme", "dark")
    assert opened.store.setting("theme") == "dark"
    assert opened.notice == ""
    assert not home.exists()
