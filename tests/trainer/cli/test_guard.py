from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from trainer.errors import StoreTrouble
from trainer.guard import guarded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


def fault() -> int:
    raise ZeroDivisionError("secret \x1b[2J words")


def test_a_fault_of_ours_is_one_line_and_a_log(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    assert guarded(fault) == 70
    out, err = capfd.readouterr()
    log = home / "speakup.log"
    assert (out, err.count("\n")) == ("", 1)
    assert str(log) in err
    assert "Traceback" not in err
    assert "secret" not in err
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_in_private_play_no_log_is_written(
    capfd: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["speakup", "play", "x", "--private"])
    assert guarded(fault) == 70
    assert "Nothing was written" in capfd.readouterr().err
    assert not home.exists()


def test_where_no_log_can_be_written_it_is_still_one_line(
    capfd: pytest.CaptureFixture[str], home: Path
) -> None:
    home.write_text("in the way")
    assert guarded(fault) == 70
    assert "could not be written down" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
        (SystemExit(3), 3),
        (SystemExit(None), 0),
        (SystemExit("text"), 1),
        (StoreTrouble("The disk is full."), 1),
    ],
)
def test_endings_that_are_foreseen(
    raised: BaseException, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.guard._silence", lambda _: None)

    def end() -> int:
        raise raised

    assert guarded(end) == status


def test_without_a_terminal_the_screens_say_what_to_do_instead(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert "speakup play ID --plain" in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_command_is_told_in_one_line(run: Run) -> None:
    ran = run("\x1b[2Jplya")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


MODULES = """
import sys
from trainer.cli import speakup
try:
    speakup.main({arguments!r}, prog_name="speakup", standalone_mode=False)
finally:
    print("MODULES", *sorted(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""
HEAVY = ["textual", "rich", "yaml", "rapidfuzz", "cattrs", "sqlite3", "numpy", "asyncio"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], []),
        (["list"], []),
        (["progress"], ["sqlite3"]),
        (["wipe", "--yes"], ["sqlite3"]),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], expected: list[str], home: Path) -> None:
    run = [sys.executable, "-c", MODULES.format(arguments=arguments, heavy=HEAVY)]
    subprocess.run(run, check=True, capture_output=True)  # the index of the library stands from here on
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    assert set(done.stderr.split("MODULES")[1].split()) <= set(expected)
    assert not (home / "speakup.db").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe that closes")
def test_a_closed_pipe_ends_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "sources"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_closed_streams_are_no_fault() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m trainer <&- 2>&1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)
