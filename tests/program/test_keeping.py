"""Where things are kept: a disk that is read-only or full, a damaged database, a run that keeps nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.program.keeping import responses, unfinished
from tests.program.players import (
    NOTHING_KEPT,
    SEARCH,
    WELCOME,
    begin,
    concert,
    is_feedback,
    mirror_of,
    see,
    type_response,
)

if TYPE_CHECKING:
    from tests.program.conftest import Run, Start

SAID = "Your pen stopped, and I got scared."


@pytest.fixture
def locked(home: Path, tmp_path: Path) -> Path:
    """A home that cannot be made: something else stands in its way."""
    (tmp_path / "in-the-way").write_text("a file")
    assert not home.exists()
    return tmp_path / "in-the-way" / "home"


def test_a_home_that_cannot_be_used_is_told_and_play_goes_on(start: Start, locked: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start(SPEAKUP_HOME=str(locked))
    terminal.wait(NOTHING_KEPT)
    terminal.wait(lambda _: "cannot be used" in terminal.notice and "nothing is saved" in terminal.notice)
    terminal.press("enter")
    begin(terminal, mirror)
    terminal.wait("not saved")
    terminal.send(SAID)
    terminal.wait(SAID)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0


def test_a_home_that_cannot_be_used_is_told_in_plain_mode_and_by_commands(run: Run, locked: Path) -> None:
    ran = run("play", "the-concert", typed=f"{SAID}\non\npause\n", SPEAKUP_HOME=str(locked))
    assert (ran.status, ran.err) == (0, "")
    assert "nothing is saved" in ran.out
    assert "Moment 2." in ran.out
    assert run("list", SPEAKUP_HOME=str(locked)).status == 0
    for name in ("progress", "export", "wipe"):
        ran = run(name, SPEAKUP_HOME=str(locked))
        assert "Traceback" not in ran.err
        assert ran.err.count("\n") <= 1


def without_rights() -> tuple[str, ...]:
    """Return what starts a program without the rights of an administrator, who may write everywhere."""
    if os.geteuid():
        return ()
    command = ("unshare", "--user")
    if not shutil.which(command[0]) or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("the administrator may write everywhere")
    return command


def test_a_folder_that_may_only_be_read(start: Start, used: Path) -> None:
    used.chmod(0o500)
    try:
        terminal = start("play", "the-concert", "--plain", before=without_rights())
        terminal.wait_output("nothing is saved", "Your turn.")
        terminal.send(f"{SAID}\non\npause\n")
        assert terminal.ended() == 0
        assert "Moment 2." in terminal.output
        screens = start("play", "the-concert", before=without_rights())
        screens.wait(NOTHING_KEPT)
        screens.press("enter")
        screens.wait("not saved")
    finally:
        used.chmod(0o700)


def test_files_that_can_grow_no_more_are_told_in_plain_mode(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert", "--plain", file_limit=4096)
    terminal.wait_output("Your turn.")
    terminal.send(f"{SAID}\n")
    terminal.wait_output("nothing is saved", "Type: on, again")
    terminal.send("on\n")
    terminal.wait_output("Moment 2.")
    terminal.send("pause\n")
    assert terminal.ended() == 0
    assert "Traceback" not in terminal.output
    assert used.exists()


def test_files_that_can_grow_no_more_are_told_on_the_screens(start: Start, used: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", file_limit=4096)
    terminal.wait(NOTHING_KEPT)
    terminal.press("enter")
    see(terminal, mirror)
    terminal.send(SAID)
    terminal.wait("not saved", SAID)
    terminal.press("enter")
    terminal.wait("Dr. Vale", is_feedback, "not saved")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert used.exists()


def own_disk(options: str, cache: Path) -> tuple[str, ...]:
    """Return what starts a program with a small disk of its own at SPEAKUP_HOME; skip where none can be."""
    script = (
        f'mount -t tmpfs -o {options} tmpfs "$SPEAKUP_HOME" && '
        f'{{ cp -r "{cache}" "$SPEAKUP_HOME/cache" 2>/dev/null; exec "$@"; }}'
    )
    command = ("unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, "sh")
    if not shutil.which("unshare"):
        pytest.skip("no unshare here")
    done = subprocess.run(
        [*command, "true"], env={**os.environ, "SPEAKUP_HOME": "/mnt"}, capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no mounting here")
    return command


def test_a_disk_that_is_read_only(start: Start, home: Path, cache: Path) -> None:
    home.mkdir()
    terminal = start("play", "the-concert", "--plain", before=own_disk("ro", cache))
    terminal.wait_output("nothing is saved", "Your turn.")
    terminal.send("hint\n")
    terminal.wait_output("The idea: ")
    screens = start("play", "the-concert", before=own_disk("ro", cache))
    screens.wait(NOTHING_KEPT)
    screens.press("enter")
    screens.wait("not saved")
    screens.press("ctrl+q")
    assert screens.ended() == 0


def test_a_disk_that_fills_up_and_has_room_again(start: Start, home: Path, cache: Path) -> None:
    home.mkdir()
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", before=own_disk("size=16m", cache))
    terminal.wait(WELCOME)
    terminal.press("enter")
    see(terminal, mirror)
    type_response(terminal, mirror, SAID)
    disk = Path("/proc", str(terminal.process.pid), "root", *home.parts[1:])
    if not (disk / "speakup.db").exists():
        pytest.skip("the disk of another process cannot be reached here")
    fill(disk / "filling")
    terminal.press("g")
    terminal.wait("moment 2", "not saved", lambda _: "nothing is saved" in terminal.notice)
    (disk / "filling").unlink()
    terminal.press("f2")
    terminal.wait(lambda _: "nothing is missing" in terminal.notice, lambda text: "not saved" not in text)
    shutil.copytree(disk, home.with_name("copy"))
    assert responses(home.with_name("copy")) == [SAID]
    assert unfinished(home.with_name("copy")).moments == 2


def fill(file: Path) -> None:
    """Write until the disk is full."""
    with file.open("wb", buffering=0) as target:
        try:
            while True:
                target.write(b"x" * 4096)
        except OSError:
            pass


@pytest.mark.parametrize("damage", ["garbage", "half", "empty tables", "torn page"])
def test_a_damaged_database_is_set_aside_and_never_written_over(
    run: Run, start: Start, used: Path, damage: str
) -> None:
    database = used / "speakup.db"
    run("play", "the-concert", typed=f"{SAID}\non\npause\n")
    spoil(database, damage)
    before = database.read_bytes()
    terminal = start("play", "the-concert")
    terminal.wait(WELCOME, lambda _: "was set aside as" in terminal.notice)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    aside = list(used.glob("speakup.db.damaged-*"))
    assert [file.read_bytes() for file in aside if not file.name.endswith(("-wal", "-shm"))] == [before]
    assert "was set aside" not in run("play", "the-concert", typed="pause\n").out


def spoil(database: Path, damage: str) -> None:
    data = database.read_bytes()
    if damage == "garbage":
        database.write_bytes(b"no database at all, but somebody's words" * 100)
    elif damage == "half":
        database.write_bytes(data[: len(data) // 2])
    elif damage == "torn page":
        database.write_bytes(data[:4096] + b"\xee" * 4096 + data[8192:])
    else:
        with closing(sqlite3.connect(database)) as opened:
            opened.execute("DROP TABLE events")
            opened.commit()


def test_private_play_writes_nothing_at_all(run: Run, start: Start, home: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    ran = run("play", "the-concert", "--private", typed=f"{SAID}\non\nnote\nIt was good.\npause\n")
    assert (ran.status, ran.err) == (0, "")
    assert "nothing of this is kept" in ran.out
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", "--private")
    terminal.wait(NOTHING_KEPT)
    terminal.press("enter")
    see(terminal, mirror)
    terminal.wait("private")
    terminal.press("f2")
    terminal.send(SAID)
    terminal.wait(SAID, "The idea")
    terminal.press("esc", "x")
    terminal.wait(SEARCH)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert sorted(tmp_path.rglob("*")) == before
    assert not home.exists()


def test_a_private_drill_writes_nothing_at_all(run: Run, start: Start, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    ran = run("drill", "names-feeling", "--plain", "--private", typed=f"{SAID}\non\n2\npause\n")
    assert (ran.status, ran.err) == (0, "")
    terminal = start("drill", "names-feeling", "--private")
    terminal.wait(NOTHING_KEPT)
    terminal.press("enter")
    terminal.wait("private", "line 1")
    terminal.send(f"{SAID}\r")
    terminal.wait(is_feedback)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("arguments", [("score", SAID), ("list",)], ids=str)
def test_folders_that_a_command_makes_are_open_to_their_owner_only(
    run: Run, home: Path, arguments: tuple[str, ...]
) -> None:
    before = os.umask(0)
    try:
        assert run(*arguments).status == 0
    finally:
        os.umask(before)
    for each in (home, *home.rglob("*")):
        assert each.stat().st_mode & 0o077 == 0


def test_what_is_kept_is_open_to_its_owner_only(run: Run, home: Path) -> None:
    run("play", "the-concert", typed="hint\npause\n")
    assert home.stat().st_mode & 0o077 == 0
    kept = [file for file in home.rglob("*") if "cache" not in file.relative_to(home).parts]
    assert kept
    assert not [file for file in kept if file.stat().st_mode & 0o077]


def test_wipe_leaves_nothing_of_what_was_said(run: Run, used: Path) -> None:
    run("play", "the-concert", typed=f"{SAID}\nnote\nA word to find again.\npause\n")
    assert any(b"got scared" in file.read_bytes() for file in used.rglob("speakup*"))
    assert run("wipe", "--yes").status == 0
    left = b"".join(
        file.read_bytes() for file in used.rglob("*") if file.is_file() and "cache" not in file.parts
    )
    assert b"scared" not in left
    assert b"A word to find again" not in left
