"""The concert from home to an ending, as a person plays it: typed, picked, and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.program.players import (
    BOX,
    WELCOME,
    begin,
    best,
    concert,
    heard,
    is_feedback,
    mirror_of,
    said,
    saying,
    see,
    to_the_end,
    type_response,
    worst,
)
from trainer.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.conftest import Run, Start
    from trainer.session import Session


def kept(home: Path) -> tuple[str, str]:
    """Return how the last session stands in the store: its status, and where in the story."""
    store = Store(home / "speakup.db")
    row = store.sessions()[0]
    store.close()
    return row.status, row.ending


def test_the_first_run_all_typed_to_an_ending_with_a_sentence_to_keep(start: Start, home: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start()
    terminal.wait(WELCOME, "on this machine only, in")
    terminal.press("enter")
    begin(terminal, mirror)

    def play(session: Session) -> None:
        type_response(terminal, session, saying(session, best(session)))

    def go_on(session: Session) -> None:
        terminal.press("g")
        see(terminal, session)

    to_the_end(mirror, play, go_on)
    assert kept(home) == ("ended", mirror.state.ending)

    terminal.press("f2")
    terminal.wait(lambda _: terminal.is_at("When I want"))
    terminal.send("When she goes quiet")
    terminal.press("enter")
    terminal.wait(lambda _: terminal.is_at("I noticed something"))
    terminal.send("then I ask what happened.")
    terminal.wait("then I ask what happened.")
    terminal.press("enter")
    terminal.wait("Kept with this session")
    terminal.press("esc")
    terminal.wait("P Replay it")
    terminal.press("esc")
    terminal.wait("Speak up", lambda text: "Continue" not in text)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0


def test_all_picked_to_an_ending(start: Start, used: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert")
    see(terminal, mirror)
    terminal.press("f3")

    def play(session: Session) -> None:
        option = worst(session)
        terminal.wait(option.says)
        terminal.press(str(option.number))
        session.pick(option.reply)
        terminal.wait(heard(session), is_feedback)

    def go_on(session: Session) -> None:
        terminal.press("g")
        see(terminal, session)

    to_the_end(mirror, play, go_on)
    assert kept(used) == ("ended", mirror.state.ending)
    terminal.press("esc")
    terminal.wait("Speak up")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0


def test_all_plain_through_a_pipe(run: Run, used: Path) -> None:
    mirror = mirror_of(concert())
    typed: list[str] = []
    expected: list[str] = []

    def play(session: Session) -> None:
        typed.append(saying(session, best(session)))
        session.say(typed[-1])
        expected.extend(said(session))

    to_the_end(mirror, play, lambda _: typed.append("on"))
    ran = run("play", "the-concert", typed="\n".join([*typed, "transcript", "pause", ""]))
    assert (ran.status, ran.err) == (0, "")
    assert not [line for line in expected if line not in ran.out]
    assert f"Ending: {mirror.state.scenario.endings[mirror.state.ending].title}" in ran.out
    assert "\x1b" not in ran.out
    assert kept(used) == ("ended", mirror.state.ending)


def test_all_plain_on_a_terminal(start: Start, used: Path) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert", "--plain")
    terminal.wait_output("Your turn.")

    def play(session: Session) -> None:
        option = worst(session)
        terminal.send("pick\n")
        terminal.wait_output(f"{option.number}. {option.says}")
        terminal.send(f"{option.number}\n")
        session.pick(option.reply)
        terminal.wait_output(heard(session), "Type: on, again")

    def go_on(session: Session) -> None:
        terminal.send("on\n")
        ended = session.state.phase == "ended"
        terminal.wait_output("Ending: " if ended else f"Moment {len(session.state.path)}.")

    to_the_end(mirror, play, go_on)
    terminal.send("pause\n")
    assert terminal.ended() == 0
    assert kept(used) == ("ended", mirror.state.ending)
    assert b"\x1b" not in terminal.raw


@pytest.mark.usefixtures("used")
def test_a_response_of_several_lines(start: Start) -> None:
    terminal = start("play", "the-concert")
    terminal.wait(BOX)
    terminal.send("Your pen stopped,")
    terminal.press("ctrl+n")
    terminal.send("and I got scared.")
    terminal.wait("and I got scared.")
    assert [row for row in terminal.rows if "Your pen stopped," in row and "scared" not in row]
    terminal.press("enter")
    terminal.wait(is_feedback)


@pytest.mark.usefixtures("used")
def test_trying_again_lays_both_tries_side_by_side_and_stepping_back_is_free(start: Start) -> None:
    mirror = mirror_of(concert())
    terminal = start("play", "the-concert")
    see(terminal, mirror)
    type_response(terminal, mirror, saying(mirror, worst(mirror)))
    first = heard(mirror)
    terminal.press("t")
    terminal.wait("Your last try", "Try it another way")
    mirror.again()
    text = saying(mirror, best(mirror))
    type_response(terminal, mirror, text)
    terminal.wait("Try 1", "Try 2, now", heard(mirror))
    terminal.press("pageup", "pageup")
    terminal.wait("Try 1", first)
    terminal.press("g")
    mirror.go_on()
    see(terminal, mirror)
    terminal.press("f8")
    terminal.wait("Step back to")
    terminal.press("enter")
    terminal.wait("moment 1")
