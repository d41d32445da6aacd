from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.library import Library
from scenarios.load import read_scenario
from tests.scenarios.stories import story
from trainer.session import Session
from trainer.store import open_store

if TYPE_CHECKING:
    from tests.trainer.cli.conftest import Run

SAID = "You looked away and I felt hurt."


def contest(name: str, reply: str = "", text: str = SAID) -> None:
    """Play one moment of a scenario, and contest how it was read."""
    opened = open_store()
    scenario = Library(keep=False).load(name).scenario
    assert scenario
    session = Session.begin(scenario, opened.store)
    session.say(text)
    if session.state.phase != "feedback":
        session.choose("otherwise")
    session.meant(reply or next(reversed(scenario.scenes[scenario.opening].replies)), "I was\nnot sharp")
    opened.store.close()


def test_nothing_is_made_where_nothing_was_contested(run: Run, home: Path) -> None:
    ran = run("contested")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Nothing was contested yet.")
    assert not home.exists()


def test_what_was_contested_is_told(run: Run, library: Path) -> None:
    contest("the-test", "ask")
    ran = run("contested")
    assert (ran.status, ran.err) == (0, "")
    assert "1. the-test, scene told, " in ran.out
    assert f"   You said: {SAID}\n" in ran.out
    assert "   It was read as: name-it (" in ran.out
    assert "   You meant: ask\n   Your note: I was not sharp\n" in ran.out
    (record,) = json.loads(run("contested", "--json").out)
    assert (record["text"], record["meant"]) == (SAID, "ask")
    assert library.exists()


def test_a_file_of_ones_own_is_changed_in_place(run: Run, library: Path) -> None:
    file = library / "the-test.yaml"
    file.chmod(0o640)
    contest("the-test", "ask")
    ran = run("contested", "--promote", "1")
    assert (ran.status, ran.err) == (0, "")
    line = next(n for n, row in enumerate(file.read_text().splitlines(), 1) if SAID in row)
    assert ran.out == f"Written to line {line} of {file}. Mend against it with: speakup check {file}\n"
    scenario = read_scenario(file).scenario
    assert scenario
    (marked,) = scenario.scenes["told"].marked
    assert (marked.text, marked.reply, marked.labels) == (SAID, "ask", ("states_need",))
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in library.iterdir()) == ["the-test.yaml"]
    ran = run("contested", "--promote", "1")
    assert (ran.status, "has a marked response with these words already" in ran.err) == (1, True)


def test_a_scenario_of_the_program_is_never_changed(run: Run) -> None:
    path = Path(Library(keep=False).entry("the-concert").path)
    before = path.read_bytes()
    contest("the-concert", "snap")
    ran = run("contested", "--promote", "1")
    assert ran.status == 0
    assert ran.out == f'- {{text: "{SAID}", labels: [attacks], reply: snap}}\n'
    assert ran.err == f"Paste this under `marked:` of the scene told in {path}:\n"
    assert path.read_bytes() == before


def test_another_file_can_be_named(run: Run, library: Path, tmp_path: Path) -> None:
    contest("the-test", "otherwise")
    file = tmp_path / "copy.yaml"
    file.write_text(story(), encoding="utf-8")
    assert run("contested", "--promote", "1", "--to", str(file)).status == 0
    assert f'- {{text: "{SAID}", labels: [], reply: otherwise}}' in file.read_text()
    assert SAID not in (library / "the-test.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--promote", "7"], 2, "there is no contested reading 7"),
        (["--to", "x.yaml"], 2, "--to needs --promote N"),
        (["--promote", "1", "--to", "nowhere.yaml"], 2, "there is no file nowhere.yaml"),
    ],
)
def test_wrong_use_is_told(run: Run, library: Path, arguments: list[str], status: int, said: str) -> None:
    contest("the-test", "ask")
    ran = run("contested", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert library.exists()


def test_a_scene_or_reply_that_is_gone_is_told(run: Run, library: Path) -> None:
    contest("the-test", "ask")
    file = library / "the-test.yaml"
    file.write_text(story().replace("told:", "begun:").replace("opening: told", "opening: begun"))
    ran = run("contested", "--promote", "1")
    assert (ran.status, ran.out) == (1, "")
    assert "the-test has no scene told any more" in ran.err
    file.write_text("scenario: [")
    assert run("contested", "--promote", "1").status in (1, 2)
