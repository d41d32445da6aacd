"""Terminals of all kinds: small, wide, resized, without colour, dumb, half there, not there at all."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.program.players import (
    BOX,
    SAY,
    SEARCH,
    best,
    concert,
    heard,
    is_feedback,
    mirror_of,
    saying,
    see,
    type_response,
)
from tests.program.terminal import SPEAKUP

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.conftest import Run, Start

SAID = "Your pen stopped, and I got scared."
COLOURED = re.compile(rb"\x1b\[[0-9;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")
pytestmark = pytest.mark.usefixtures("used")


@pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)
def test_a_moment_can_be_played_on_terminals_of_every_size(start: Start, size: tuple[int, int]) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", size=size)
    see(terminal, mirror)
    terminal.wait(BOX, SAY, "Esc Menu")
    terminal.press("f2")
    terminal.wait("A small change in the room")
    terminal.send(SAID)
    terminal.wait(lambda _: "scared." in " ".join(terminal.rows[-6:]))
    terminal.press("enter")
    mirror.say(SAID)
    terminal.wait(is_feedback, "Your pen stopped", "T Try again")
    terminal.rest()
    for _ in range(20):
        text = terminal.text
        if "Go on" in text:
            break
        terminal.press("pagedown")
        terminal.wait(lambda now, before=text: now != before)  # type: ignore[misc]
    terminal.wait("Go on", "strong")
    terminal.press("g")
    mirror.go_on()
    see(terminal, mirror)
    assert all(len(row) <= size[0] for row in terminal.rows)


def test_home_and_help_fit_a_small_terminal(start: Start) -> None:
    terminal = start(size=(50, 15))
    terminal.wait("speakup", SEARCH, "F1 Help")
    terminal.press("f1")
    terminal.wait("Esc Close")
    terminal.press("esc")
    terminal.wait(SEARCH)


def test_a_resize_in_the_middle_of_play_loses_nothing(start: Start) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert")
    see(terminal, mirror)
    terminal.send("Your pen stopped,")
    terminal.wait("Your pen stopped,")
    for size in ((50, 15), (120, 40), (40, 10), (200, 60), (80, 24)):
        terminal.resize(*size)
        terminal.wait("Your pen stopped,", "The concert")
        terminal.wait(lambda _, lines=size[1]: SAY in terminal.rows[lines - 1])  # type: ignore[misc]
    terminal.send(" and I got scared.")
    terminal.press("enter")
    mirror.say(SAID)
    terminal.wait(heard(mirror), is_feedback)
    terminal.resize(120, 40)
    terminal.wait("To compare with", is_feedback)
    terminal.resize(50, 15)
    terminal.wait(is_feedback)


def test_without_colour_plain_mode_sends_none(start: Start) -> None:
    terminal = start("play", "the-concert", "--plain", NO_COLOR="1")
    terminal.wait_output("Your turn.")
    terminal.send(f"{SAID}\nwhy\non\npause\n")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("arguments", [["score", SAID], ["list"], ["--help"], ["check", "no-such-file"]])
def test_without_colour_no_command_sends_any(start: Start, arguments: list[str]) -> None:
    terminal = start(*arguments, NO_COLOR="1")
    terminal.ended()
    assert not COLOURED.search(terminal.raw)
    assert terminal.output


def test_without_colour_the_screens_stay_usable(start: Start) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", NO_COLOR="1")
    see(terminal, mirror)
    type_response(terminal, mirror, saying(mirror, best(mirror)))
    greys = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw)
    assert all(red == green == blue for red, green, blue in greys)
    terminal.wait(lambda text: "¹" in text, lambda text: "What showed" in text or "What was strong" in text)


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_dumb_terminal_gets_plain_mode_and_no_screens(start: Start, term: str) -> None:
    terminal = start("play", "the-concert", TERM=term)
    terminal.wait_output("Your turn.")
    terminal.send("pause\n")
    assert terminal.ended() == 0
    home = start(TERM=term)
    assert home.ended() == 2
    assert "speakup play ID --plain" in home.output
    assert b"\x1b" not in terminal.raw + home.raw


@pytest.mark.parametrize("end", ["stdin", "stdout"])
def test_where_one_end_is_no_terminal_there_is_no_hang(env: dict[str, str], end: str) -> None:
    master, slave = os.openpty()
    done = subprocess.run(
        [SPEAKUP],
        env=env,
        stdin=subprocess.DEVNULL if end == "stdin" else slave,
        stdout=subprocess.PIPE if end == "stdout" else slave,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        start_new_session=True,
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"speakup play ID --plain" in done.stderr
    os.close(slave)
    os.close(master)


def test_a_scene_from_an_empty_input_ends_by_itself(env: dict[str, str]) -> None:
    done = subprocess.run(
        [SPEAKUP, "play", "the-concert"],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Your turn." in done.stdout


def test_a_reader_that_goes_away_ends_the_program_quietly(env: dict[str, str]) -> None:
    script = f'"{SPEAKUP}" play the-concert --plain; echo "status $?" >&2'
    done = subprocess.run(
        ["/bin/sh", "-c", f"{{ yes hint | {{ {script}; }}; }} | head -c 400"],
        env=env,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"status 141" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


def test_odd_bytes_on_the_input_are_no_fault(env: dict[str, str]) -> None:
    done = subprocess.run(
        [SPEAKUP, "play", "the-concert"],
        env=env,
        input=b"\xff\xfe\x00\x1b[2J\n\x80\x81 I felt hurt \xc3\x28\nhint\n" + b"x" * 100_000 + b"\npause\n",
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


def test_a_terminal_with_an_ascii_locale_still_works(run: Run, used: Path) -> None:
    ran = run("play", "the-concert", typed=f"{SAID}\non\npause\n", LANG="C", LC_ALL="C", PYTHONUTF8="0")
    assert (ran.status, ran.err) == (0, "")
    assert "Feedback." in ran.out
    assert used.exists()
