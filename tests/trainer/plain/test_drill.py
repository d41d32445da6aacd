from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

import scoring
from tests.trainer.drills.drilled import DRILL
from tests.trainer.screens import scorer
from trainer.drills import feedback as drill_feedback
from trainer.plain.drill_words import command
from trainer.plain.run import practise
from trainer.store import NoStore, Opened, Store

if TYPE_CHECKING:
    from pathlib import Path

GOOD, BAD = "I was hurt.", "It's fine."


@pytest.fixture(autouse=True)
def fake_scorer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "score", scorer.score)
    monkeypatch.setattr(drill_feedback, "explain", scorer.explain)


def drill(*typed: str, store: Store | NoStore | None = None, lines: int = 6) -> str:
    out = io.StringIO()
    stdin = io.StringIO("".join(f"{line}\n" for line in typed))
    practise(DRILL, Opened(store or NoStore()), stdin, out, lines=lines)
    return out.getvalue()


def test_a_line_is_shown_with_its_moment_and_its_speaker() -> None:
    text = drill()
    assert "The drill. A drill: you are the client.\n" in text
    assert "6 lines, about a minute each, beginning on level 1 of 3." in text
    assert "\nLine 1, level 1.\nYou sit down. (l1-" in text
    assert "\nYour therapist: So, how are we? (l1-" in text
    assert text.endswith("Goodbye.\n")
    assert "\x1b" not in text


def test_feedback_is_elaborated_and_another_try_is_compared() -> None:
    text = drill(BAD, "again", GOOD)
    for part in (
        "Take care: says that all is well: “It's fine”.",
        "Missing: says what you feel.",
        "A small change to your words: ",
        "One thing to try: ",
        "A weak one: “Fine. (l1-",
        "Feedback on try 2.",
        "Strong: says what you feel: “hurt”.",
        "  New: ",
    ):
        assert part in text
    assert text.count("A strong way to say it: ") == 4
    assert "type: meant" not in text


@pytest.mark.parametrize(
    ("word", "level"), [("easy", 2), ("good", 1), ("hard", 1), ("1", 2), ("too easy", 2)]
)
def test_how_hard_it_was_steers_the_level(word: str, level: int) -> None:
    assert f"\nLine 2, level {level}.\n" in drill(GOOD, "on", word)


def test_a_line_that_went_badly_comes_back() -> None:
    typed = [BAD, "on", "good", *[GOOD, "on", "good"] * 3]
    text = drill(*typed)
    assert "Line 5, level 1.\nThis line comes back: it was a hard one before.\n" in text


def test_the_end_tells_what_was_practised(tmp_path: Path) -> None:
    store = Store(tmp_path / "speakup.db")
    text = drill(BAD, "on", "good", store=store, lines=1)
    assert "Which lines you practised is kept on this machine only" in text
    assert text.endswith(
        "You practised 1 line; in 0 of them the skill was there at the end.\n"
        "1 line will come back on another day, so that it can settle.\nGoodbye.\n"
    )
    assert len(store.cards("the-drill")) == 1


def test_words_of_danger_stop_and_one_can_go_on() -> None:
    text = drill("I will kill myself.", "hm", "go on", GOOD)
    assert text.count("findahelpline.com") == 2
    assert "Strong: says what you feel" in text
    assert "kill" not in text


def test_hints_skipping_looking_and_what_does_not_fit() -> None:
    text = drill(
        "hint", "hint", "hint", "skip", "on", "look", "", GOOD, "I was sad too.", "on", "hello", "help"
    )
    assert "A way to begin: I feel l1-" in text
    assert "One way to say it: I feel sad today" in text
    assert "There is no further hint" in text
    assert text.count("Line 1, level 1.") == 3
    assert "Say something first" in text
    assert "type again first" in text
    assert text.count("How was that one? Type: easy, good, hard.") == 2
    assert "  skip: takes another line" in text


def test_what_was_not_understood_is_asked_for_in_other_words() -> None:
    text = drill("xq", GOOD)
    assert "I could not follow that; that is my limit, not yours." in text
    assert "Feedback.\n" in text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("on", "on"),
        ("Too hard", "hard"),
        ("/skip", "skip"),
        ("on.", ""),
        ("quit", "pause"),
        ("good " * 99, ""),
    ],
)
def test_commands_stand_alone(text: str, word: str) -> None:
    assert command(text) == word
