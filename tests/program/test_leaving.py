"""Leaving at any moment: at once, by a word, by Ctrl+C; and what the program says to the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.program.keeping import unfinished, until_draft
from tests.program.players import BOX, SEARCH, begin, concert, is_feedback, mirror_of, type_response

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.conftest import Run, Start

HALF = "Your pen stopped, and"


def test_esc_and_x_leave_at_once_and_continue_brings_everything_back(start: Start, used: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start()
    begin(terminal, mirror)
    terminal.send(HALF)
    terminal.wait(HALF)
    terminal.press("esc")
    terminal.press("x")
    terminal.wait("Continue: The concert", f"You were typing: “{HALF}”")
    assert unfinished(used).draft == HALF
    terminal.press("f2")
    terminal.wait("moment 1", HALF, "Say it")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert unfinished(used).draft == HALF


def test_both_keys_in_one_breath_leave_too(start: Start, used: Path) -> None:
    terminal = start()
    begin(terminal, mirror_of(concert()))
    terminal.send(HALF)
    terminal.wait(HALF)
    terminal.send("\x1bx")
    terminal.wait("Continue: The concert")
    assert unfinished(used).draft == HALF


@pytest.mark.usefixtures("used")
def test_esc_and_x_leave_from_the_feedback_too(start: Start) -> None:
    mirror = mirror_of(concert())
    terminal = start()
    begin(terminal, mirror)
    type_response(terminal, mirror, "Your pen stopped, and I got scared.")
    terminal.press("esc", "x")
    terminal.wait("Continue: The concert")
    terminal.press("enter")
    terminal.wait("Dr. Vale", is_feedback)


def test_typing_pause_leaves_and_is_no_response(start: Start, used: Path) -> None:
    terminal = start()
    begin(terminal, mirror_of(concert()))
    terminal.send("pause")
    until_draft(used, "pause", terminal)
    terminal.press("enter")
    text = terminal.wait("Continue: The concert", SEARCH)
    assert "You were typing" not in text
    row = unfinished(used)
    assert (row.moments, row.draft) == (1, "")


def test_pause_in_plain_mode_ends_the_program(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert", "--plain")
    terminal.wait_output("Your turn.")
    terminal.send("pause\n")
    assert terminal.ended() == 0
    assert unfinished(used).moments == 1


def test_ctrl_c_in_plain_mode_ends_as_shells_expect_and_keeps_what_was_said(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert", "--plain")
    terminal.wait_output("Your turn.")
    terminal.send("Your pen stopped, and I got scared.\n")
    terminal.wait_output("Type: on, again")
    terminal.press("ctrl+c")
    assert terminal.ended() == 130
    assert "Traceback" not in terminal.output
    assert unfinished(used).number == 1


@pytest.mark.parametrize(
    ("arguments", "shown", "typed"),
    [
        (("play", "the-concert"), "Your turn.", ""),
        (("play", "the-concert"), "Your turn.", "Your pen st"),
        (("play", "the-concert"), "Your turn.", "Your pen stopped, and I got scared.\n"),
        (("play", "the-concert"), "Your turn.", '"""\nYour pen stopped,\n'),
        (("drill", "names-feeling"), "Your turn.", ""),
    ],
    ids=["at the prompt", "in a line", "while it reads", "in several lines", "in a drill"],
)
@pytest.mark.usefixtures("used")
def test_ctrl_c_ends_plain_mode_at_any_moment(
    start: Start, arguments: tuple[str, ...], shown: str, typed: str
) -> None:
    terminal = start(*arguments, "--plain")
    terminal.wait_output(shown)
    terminal.send(typed)
    terminal.press("ctrl+c")
    assert terminal.ended() == 130
    assert "Traceback" not in terminal.output


def test_ctrl_c_and_ctrl_q_on_the_screens_lose_nothing(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert")
    terminal.wait(BOX)
    terminal.send(HALF)
    terminal.wait(HALF)
    terminal.press("ctrl+c")
    terminal.send(" then I got scared.")
    terminal.wait(f"{HALF} then I got scared.")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert unfinished(used).draft == f"{HALF} then I got scared."


@pytest.mark.usefixtures("used")
def test_the_end_of_the_input_ends_plain_mode(start: Start) -> None:
    terminal = start("play", "the-concert", "--plain")
    terminal.wait_output("Your turn.")
    terminal.press("ctrl+d")
    assert terminal.ended() == 0
    assert "Goodbye." in terminal.output


def test_a_terminal_that_goes_away_ends_the_program_and_the_words_are_kept(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert")
    terminal.wait(BOX)
    terminal.send(HALF)
    until_draft(used, HALF, terminal)
    terminal.hang_up()
    terminal.process.wait(30)
    assert unfinished(used).draft == HALF


def test_a_terminal_that_goes_away_ends_the_program_where_the_signal_for_it_is_ignored(
    start: Start, used: Path
) -> None:
    terminal = start("play", "the-concert", before=("sh", "-c", "trap '' HUP; exec \"$@\"", "sh"))
    terminal.wait(BOX)
    terminal.send(HALF)
    terminal.wait(HALF)
    terminal.hang_up()
    terminal.process.wait(30)
    assert unfinished(used).draft == HALF


def test_the_terminal_is_left_as_it_was_found(start: Start, used: Path) -> None:
    terminal = start()
    terminal.wait("The concert")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h")):
        assert terminal.raw.rfind(on) < terminal.raw.rfind(off)
    for mode in (b"1000", b"1003", b"1006", b"2004"):
        assert terminal.raw.rfind(b"\x1b[?%bh" % mode) <= terminal.raw.rfind(b"\x1b[?%bl" % mode)
    assert used.exists()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["list"], 0),
        (["--help"], 0),
        (["--version"], 0),
        (["progress"], 0),
        (["score", "I felt hurt when you looked away."], 0),
        (["play", "no-such-scene"], 2),
        (["play"], 2),
        (["no-such-command"], 2),
        (["list", "--no-such-option"], 2),
        (["score", ""], 2),
        (["check", "no-such-file.yaml"], 2),
        (["play", "the-concert", "--from", "no-such-scene"], 2),
        (["wipe"], 2),
        ([], 2),
    ],
    ids=str,
)
@pytest.mark.usefixtures("used")
def test_exit_statuses(run: Run, arguments: list[str], status: int) -> None:
    ran = run(*arguments)
    assert ran.status == status
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == (1 if status == 2 else 0)
    assert bool(ran.out) == (status == 0)
