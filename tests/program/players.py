"""Players of a story, and a mirror: the same session in the engine alone, to know what must be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.library import Library
from trainer.play.view import options, view
from trainer.session import Session
from trainer.store import NoStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenarios.model import Reply, Scenario
    from tests.program.terminal import Terminal
    from trainer.play.view import Option

WELCOME = "Practice, not treatment"
NOTHING_KEPT = "This time nothing is kept at all"
SEARCH = "a word, a subject, a skill"
BOX = "Say it in your own words, then press Enter."
SAY = "Enter Say it"
DEBRIEF = "looking back"
"""Words by which a screen is known."""
LONGEST = 20
"""Moments; a story that has not ended by then never will."""


def concert() -> Scenario:
    """Return the concert as it stands in the library."""
    loaded = Library(keep=False).load("the-concert").scenario
    assert loaded
    return loaded


def mirror_of(scenario: Scenario) -> Session:
    """Return a session of the engine alone, which keeps nothing."""
    return Session.begin(scenario, NoStore())


def best(session: Session) -> Option:
    """Return the option that does most for the relationship."""
    return max(_options(session), key=lambda option: _reply(session, option).alliance)


def worst(session: Session) -> Option:
    """Return the option that does least for the relationship."""
    return min(_options(session), key=lambda option: _reply(session, option).alliance)


def _options(session: Session) -> list[Option]:
    return [option for option in options(session.state) if option.reply in session.state.scene.replies]


def _reply(session: Session, option: Option) -> Reply:
    return session.state.scene.replies[option.reply]


def saying(session: Session, option: Option) -> str:
    """Return words that no list shows: another saying of the reply that the option stands for."""
    return _reply(session, option).says[1]


def said(session: Session, words: int = 4) -> list[str]:
    """Return how each line of the talk that must be seen now begins, without what the player said."""
    lines = [each.text for each in view(session.state).said if each.speaker != "player"]
    return [" ".join(line.split()[:words]) for line in lines if line]


def heard(session: Session, words: int = 4) -> str:
    """Return how the last thing that the partner said begins."""
    lines = [each.text for each in view(session.state).said if each.speaker == "partner"]
    return " ".join(lines[-1].split()[:words])


def is_feedback(text: str) -> bool:
    """Say whether a screen shows feedback that can be gone on from."""
    return "Go on" in text or "Read on" in text


def to_the_end(session: Session, play: Callable[[Session], None], go_on: Callable[[Session], None]) -> None:
    """Play until the story ends; `play` makes one response, `go_on` what comes after it."""
    for _ in range(LONGEST):
        play(session)
        state = session.go_on()
        go_on(session)
        if state.phase == "ended":
            return
    raise AssertionError("the story did not end")


def see(terminal: Terminal, session: Session) -> None:
    """Wait until the screen shows where the session stands."""
    if session.state.phase == "ended":
        terminal.wait(DEBRIEF, session.state.scenario.endings[session.state.ending].title)
    else:
        terminal.wait(f"moment {len(session.state.path)}", heard(session))


def begin(terminal: Terminal, session: Session) -> None:
    """Find the scene at home, begin it, and wait for its first moment."""
    choose(terminal, session.state.scenario.title)
    see(terminal, session)
    terminal.wait(BOX)


def choose(terminal: Terminal, title: str) -> None:
    """Find a scene by its title at home, and begin it."""
    terminal.wait("Settings", SEARCH, title)
    terminal.press("f3")
    terminal.wait(lambda _: terminal.is_at(SEARCH))
    terminal.send(title)
    terminal.wait(f"Nobody listens in. {title} ", "level")
    terminal.press("enter")


def type_response(terminal: Terminal, session: Session, text: str) -> None:
    """Type a response, say it, and wait for the feedback on it."""
    terminal.send(text)
    terminal.wait(text)
    terminal.press("enter")
    session.say(text)
    terminal.wait(heard(session), is_feedback)
    terminal.rest()
