from __future__ import annotations

import io
from threading import Event

import pytest

from trainer.plain.lines import Lines
from trainer.plain.waiting import Ready
from trainer.plain.words import Command, command, help_lines
from trainer.warm_up import FIRST, WarmUp


def responses(text: str) -> tuple[list[str], list[str]]:
    drafts: list[str] = []
    lines = Lines(io.StringIO(text), lambda _: None)
    return list(iter(lambda: lines.next(draft=drafts.append), None)), drafts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one\ntwo\n", ["one", "two"]),
        ("one\r\ntwo", ["one", "two"]),
        ("a\\\nb\\\nc\nd\n", ["a\nb\nc", "d"]),
        ('"""\na\n\nb\n"""\nc\n', ["a\n\nb", "c"]),
        ('"""\na\\\nb\n"""\n', ["a\\\nb"]),
        ("\n", [""]),
    ],
)
def test_a_response_is_one_line_or_several(text: str, expected: list[str]) -> None:
    assert responses(text)[0] == expected


@pytest.mark.parametrize("text", ["a\\\n", '"""\na\n', "a\\"])
def test_a_response_that_is_cut_off_is_a_draft_and_not_said(text: str) -> None:
    said, drafts = responses(text)
    assert said == []
    assert drafts in (["a"], [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("why", Command("why")),
        (" Why ", Command("why")),
        ("go on", Command("on")),
        ("?", Command("help")),
        ("/hint", Command("hint")),
        ("pick 2", Command("pick", 2)),
        ("pick #2", Command("pick", 2)),
        ("back 1", Command("back", 1)),
        ("I meant it", Command("meant")),
        ("transcript", Command("transcript")),
        ("transcript my talk.md", Command("transcript", file="my talk.md")),
    ],
)
def test_a_word_alone_is_a_command(line: str, expected: Command) -> None:
    assert command(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "why.",
        "Why?",
        "help me",
        "on 3",
        "hint 2",
        "pause it",
        "again and again",
        "",
        "2",
        "why" + " " * 9999 + "x",
    ],
)
def test_everything_else_is_said(line: str) -> None:
    assert command(line) is None


def test_the_help_names_every_command() -> None:
    text = "\n".join(help_lines())
    for word in ("pick", "hint", "why", "again", "back", "on", "transcript", "meant", "pause", "help"):
        assert f"  {word}: " in text


def test_who_types_before_the_scorer_is_ready_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = Event()
    monkeypatch.setattr("trainer.warm_up._load", ready.wait)
    monkeypatch.setattr("trainer.plain.waiting.PATIENCE", 0.01)
    warm_up, told = WarmUp(), list[str]()

    def tell(text: str) -> None:
        told.append(text)
        ready.set()

    warm_up.start()
    lines = Ready(io.StringIO("one\ntwo\n"), warm_up, tell)
    assert [lines.readline() for _ in range(3)] == ["one\n", "two\n", ""]
    assert told == [FIRST]
