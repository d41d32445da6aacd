"""Fifty times the real program is killed at a random moment of play, and nothing of what was said is lost.

Each session is a chain: play a little, kill, look into the store, start again, `continue`, and play on from
there. What the program had answered must be there; what was on its way may be there, and nothing else.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from tests.program.keeping import draft_of, responses, unfinished, until_draft
from tests.program.players import (
    BOX,
    DEBRIEF,
    SAY,
    best,
    choose,
    concert,
    heard,
    is_feedback,
    saying,
    type_response,
    worst,
)
from trainer.session import Session
from trainer.store import NoStore, Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.conftest import Start
    from tests.program.terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
PLAIN_CHAINS, PLAIN_KILLS = 4, 10
SCREEN_CHAINS, SCREEN_KILLS = 2, 5
assert PLAIN_CHAINS * PLAIN_KILLS + SCREEN_CHAINS * SCREEN_KILLS == 50


def mirror_of_the_kept(home: Path) -> Session:
    """Return the session as it was kept, in the engine alone."""
    if not (home / "speakup.db").exists():
        return Session.begin(concert(), NoStore())
    store = Store(home / "speakup.db")
    row = store.unfinished()
    kept = Session.resume(concert(), store, row.number) if row else Session.begin(concert(), NoStore())
    store.close()
    return Session(kept.state, NoStore(), events=list(kept.events), draft=kept.draft)


def words(session: Session, chance: random.Random) -> str:
    """Return something to say: a saying of a reply, so that it is surely understood."""
    return saying(session, chance.choice((best, worst))(session))


class PlainPlayer:
    """Plays in plain mode; every prompt says that what was typed before it has been taken."""

    def __init__(self, terminal: Terminal, home: Path, chance: random.Random) -> None:
        self._terminal = terminal
        self._home = home
        self._chance = chance
        self._typed = 0
        self.said = responses(home)
        """What must be kept."""
        self.draft = draft_of(home)
        self.on_the_way = ""
        """What may be kept."""

    def play(self) -> None:
        """Take the session up, play a little, and have something on its way."""
        self._prompted()
        self.session = mirror_of_the_kept(self._home)
        if self.said or self.draft:
            self._enter("continue")
            if self.draft:
                self._terminal.wait_output(f"You had half typed: “{self.draft}”")
        for _ in range(self._chance.randrange(4)):
            self._act()
        self._chance.choice((self._respond_halfway, self._draft))()
        time.sleep(self._chance.uniform(0, 0.1))

    def _enter(self, line: str) -> None:
        self._terminal.send(f"{line}\n")
        self._typed += 1
        self._prompted()

    def _prompted(self, mark: bytes = b"\r\n> ", times: int | None = None) -> None:
        wanted = self._typed + 1 if times is None else times
        self._terminal.wait_output(lambda _: self._terminal.raw.count(mark) >= wanted)

    def _act(self) -> None:
        state = self.session.state
        if state.phase == "ended":
            self._enter("back 1")
            self.session.back(0)
        elif state.phase == "feedback":
            line = self._chance.choice(("on", "on", "again"))
            self._enter(line)
            self.session.go_on() if line == "on" else self.session.again()
        else:
            text = words(self.session, self._chance)
            self._enter(text)
            self.session.say(text)
            self.said.append(text)
            self.draft = ""

    def _ready(self) -> None:
        while self.session.state.phase != "responding":
            self._act()

    def _respond_halfway(self) -> None:
        self._ready()
        self.on_the_way = words(self.session, self._chance)
        self._terminal.send(f"{self.on_the_way}\n")

    def _draft(self) -> None:
        self._ready()
        lines = [f"half typed, line {at}" for at in range(self._chance.randint(1, 3))]
        self._terminal.send('"""\n')
        for at, line in enumerate(lines, 1):
            self._prompted(b'\r\n""" ', at)
            self._terminal.send(f"{line}\n")
        self._prompted(b'\r\n""" ', len(lines) + 1)
        self.draft = "\n".join(lines)


@pytest.mark.parametrize("seed", range(PLAIN_CHAINS))
def test_killed_in_plain_mode(start: Start, used: Path, seed: int) -> None:
    chance = random.Random(f"plain {seed}")  # noqa: S311 - chance for a test
    for _ in range(PLAIN_KILLS):
        terminal = start("play", "the-concert", "--plain")
        player = PlainPlayer(terminal, used, chance)
        player.play()
        terminal.kill()
        check(used, player.said, player.draft, player.on_the_way)


def check(home: Path, said: list[str], draft: str, on_the_way: str) -> None:
    """Hold what is kept against what was said."""
    kept = responses(home)
    assert kept[: len(said)] == said
    if len(kept) > len(said):
        assert kept[len(said) :] == [on_the_way]
        assert draft_of(home) == ""
    else:
        assert draft_of(home) in (draft, on_the_way or draft)


@pytest.mark.parametrize("seed", range(SCREEN_CHAINS))
def test_killed_on_the_screens(start: Start, used: Path, seed: int) -> None:
    chance = random.Random(f"screens {seed}")  # noqa: S311
    draft = ""
    for kill in range(SCREEN_KILLS):
        terminal = start()
        said = responses(used)
        session = taken_up(terminal, used, draft)
        for _ in range(chance.randrange(3)):
            said += act(terminal, session, chance)
        while session.state.phase != "responding":
            said += act(terminal, session, chance)
        clear(terminal)
        text = f"{words(session, chance)} That was number {kill}."
        terminal.send(text)
        until_draft(used, text, terminal)
        more = chance.choice(("", "", " And I am not done"))
        terminal.send(more or "\r")
        time.sleep(chance.uniform(0, 0.3))
        terminal.kill()
        kept, draft = responses(used), draft_of(used)
        assert kept == said if draft else kept == [*said, text]
        assert not draft or (draft.startswith(text) and f"{text}{more}".startswith(draft))


def taken_up(terminal: Terminal, home: Path, draft: str) -> Session:
    """Take the session up by `continue`, and see that the screen shows where it stood, draft included."""
    session = mirror_of_the_kept(home)
    if not session.events[1:] and not draft:
        choose(terminal, session.state.scenario.title)
    else:
        terminal.wait("Continue: The concert")
        terminal.press("f2")
    terminal.wait(f"moment {len(session.state.path)}", heard(session))
    if draft:
        terminal.wait(draft)
    return session


def act(terminal: Terminal, session: Session, chance: random.Random) -> list[str]:
    """Do one thing on the screen and see its effect; return what was said by it."""
    state = session.state
    if state.phase == "feedback":
        key = chance.choice("ggt")
        terminal.wait(is_feedback)
        terminal.press(key)
        after = session.go_on() if key == "g" else session.again()
        if after.phase == "ended":
            terminal.wait(DEBRIEF)
            terminal.press("f8")
            terminal.wait("Step back to")
            terminal.press("enter")
            session.back(len(session.state.passed))
        terminal.wait(SAY)
        return []
    clear(terminal)
    text = words(session, chance)
    type_response(terminal, session, text)
    return [text]


def clear(terminal: Terminal) -> None:
    """Delete what is in the box; see it gone before anything is typed."""
    text = terminal.wait(SAY)
    if BOX not in text:
        terminal.send("\x01\x0b" * 3)
    terminal.wait(BOX)


def test_a_response_that_is_being_read_is_not_lost(start: Start, used: Path) -> None:
    shutil.rmtree(used / "cache")  # so that the first reading takes its time
    terminal = start("play", "the-concert")
    terminal.wait(BOX)
    text = "Your pen stopped, and I got scared."
    terminal.send(f"{text}\r")
    terminal.wait(lambda shown: "Reading what you said" in shown or is_feedback(shown))
    terminal.kill()
    assert [*responses(used), draft_of(used)][0] == text


def test_a_killed_session_is_offered_where_its_scene_is_begun_again(start: Start, used: Path) -> None:
    terminal = start("play", "the-concert", "--plain")
    terminal.wait_output("Your turn.")
    terminal.send("Your pen stopped, and I got scared.\n")
    terminal.wait_output("Type: on, again")
    terminal.kill()
    assert unfinished(used).scene == "told"
    again = start("play", "the-concert", "--plain")
    again.wait_output("To take it up, type continue.")
    again.send("continue\n")
    again.wait_output("You: Your pen stopped, and I got scared.")
