"""The tutorial is followed to the letter: each command run, each text found, written and played."""

from __future__ import annotations

import re
import shlex
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.check import check
from scenarios.load import read_scenario
from tests.trainer.cli.conftest import run  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from tests.trainer.cli.conftest import Ran, Run

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "writing-scenarios.md"
STORY = "the-yawn.yaml"
BLOCK = re.compile(
    r"(?:<!-- (?P<what>[^\n]*) -->\n)?^(?P<lead> *)```(?P<kind>\w+)\n(?P<text>.*?)\n^(?P=lead)```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Reader:
    """Somebody who does what the page says."""

    run: Run
    found: str = ""
    ran: Ran | None = None
    commands: list[str] = field(default_factory=list)

    def follow(self, what: str, kind: str, text: str) -> None:
        """Do what one block says."""
        if kind == "sh":
            for line in text.splitlines():
                self.type(line.strip())
        elif kind == "text":
            assert self.ran
            assert text in self.ran.out, self.ran.out
        elif what == "find":
            assert Path(STORY).read_text(encoding="utf-8").count(text) == 1, text
            self.found = text
        elif what.startswith("file: "):
            Path(what.removeprefix("file: ")).write_text(text + "\n", encoding="utf-8")
        else:
            self.write(text, is_wrong=what.endswith("mistake"))

    def write(self, text: str, *, is_wrong: bool) -> None:
        """Put a text in the place of the one that was found."""
        story = Path(STORY)
        story.write_text(story.read_text(encoding="utf-8").replace(self.found, text), encoding="utf-8")
        self.found = text
        assert (read_scenario(story).scenario is None) == is_wrong, read_scenario(story).faults

    def type(self, line: str) -> None:
        """Type a command."""
        program, *arguments = shlex.split(line)
        assert program == "speakup", line
        self.commands.append(arguments[0])
        if arguments[:2] == ["add", "long-tuesdays.zip"]:
            with zipfile.ZipFile("long-tuesdays.zip", "w") as made:
                made.write(STORY)
                made.write("pack.yaml")
        self.ran = self.run(*arguments, typed="You are a terrible therapist.\non\npause\n")
        if arguments[0] == "preview":
            assert "the preview needs a terminal" in self.ran.err
        else:
            wrong = arguments[0] == "check" and "error" in self.ran.out
            assert (self.ran.status, self.ran.err.replace("Written to schema.json.\n", "")) == (
                int(wrong),
                "",
            )
        if arguments[0] == "play":
            assert "Dr. Amari: That is hard to hear." in self.ran.out
            assert "I would like to know what made you so angry." in self.ran.out


def test_the_tutorial_can_be_followed_from_nothing_to_a_friend(
    run: Run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(page))
    assert len(blocks) == page.count("```") / 2
    reader = Reader(run)
    for block in blocks:
        reader.follow(block["what"] or "", block["kind"], block["text"])
    assert {"new", "preview", "check", "map", "add", "play", "remove", "schema"} <= set(reader.commands)
    assert [str(fault) for fault in check([Path(STORY)]) if fault.severity != "note"] == []


def test_its_minutes_come_to_thirty() -> None:
    minutes = re.findall(r"^## .*\((\d+) minutes\)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sum(map(int, minutes)) == 30


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
