from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.drill import Sample
from scenarios.drill_library import DrillLibrary
from scenarios.drill_load import read_drill
from scenarios.library import Library
from scenarios.load import read_scenario
from tests.scenarios.drilling import drill
from tests.scenarios.stories import story
from trainer.practice import Practice
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


def contest_line(name: str, text: str = SAID) -> str:
    """Answer the first line of a drill, and say that it was meant; return the line."""
    opened = open_store()
    practice = Practice(DrillLibrary(keep=False).drill(name), opened.store)
    practice.say(text)
    if practice.state.missed:
        practice.say(text)
    practice.meant()
    opened.store.close()
    return practice.state.line.id


@pytest.fixture
def drill_file(home: Path) -> Path:
    folder = home / "drills"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "the-drill.yaml").write_text(drill(), encoding="utf-8")
    return folder / "the-drill.yaml"


def test_a_line_of_a_drill_of_ones_own_gets_the_marked_response(run: Run, drill_file: Path) -> None:
    line = contest_line("the-drill", "The bus was late today, as ever.")
    told = run("contested").out
    assert f"1. the-drill, line {line}, " in told
    assert "   You meant: names feeling\n" in told
    before = drill_file.read_text().splitlines()
    ran = run("contested", "--promote", "1")
    assert (ran.status, ran.err) == (0, "")
    after = drill_file.read_text().splitlines()
    (new,) = [n for n, row in enumerate(after, 1) if "The bus was late" in row]
    assert ran.out.startswith(f"Written to line {new} of {drill_file}.")
    assert after[new - 1] == '      - {text: "The bus was late today, as ever.", labels: [names_feeling]}'
    assert after[: new - 1] + after[new:] == before
    loaded = read_drill(drill_file).drill
    assert loaded
    assert loaded.line(line).marked[-1] == Sample("The bus was late today, as ever.", ("names_feeling",))
    assert "these words already" in run("contested", "--promote", "1").err


def test_a_line_without_marked_responses_gets_its_first(run: Run, drill_file: Path) -> None:
    text = drill_file.read_text()
    bare = "\n".join(row for row in text.splitlines() if "marked:" not in row and "{text:" not in row)
    drill_file.write_text(bare)
    line = contest_line("the-drill", "The bus was late today, as ever.")
    assert run("contested", "--promote", "1").status == 0
    loaded = read_drill(drill_file).drill
    assert loaded
    assert len(loaded.line(line).marked) == 1


def test_a_drill_of_the_program_is_never_changed(run: Run, home: Path) -> None:
    line = contest_line("names-feeling", "The bus was late today, as ever.")
    path = DrillLibrary(keep=False).file("names-feeling")
    before = path.read_bytes()
    ran = run("contested", "--promote", "1")
    assert ran.status == 0
    assert ran.out == '- {text: "The bus was late today, as ever.", labels: [names_feeling]}\n'
    assert ran.err == f"Paste this under `marked:` of the line {line} in {path}:\n"
    assert path.read_bytes() == before
    assert home.exists()


def test_a_line_that_is_gone_is_told(run: Run, drill_file: Path) -> None:
    line = contest_line("the-drill", "The bus was late today, as ever.")
    drill_file.write_text(drill_file.read_text().replace(f"id: {line}\n", "id: another\n"))
    ran = run("contested", "--promote", "1")
    assert (ran.status, ran.out) == (1, "")
    assert f"the-drill has no line {line} any more" in ran.err
