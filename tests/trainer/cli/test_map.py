from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenarios.stories import story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run

SAYS = "I noticed your face change just now, and I got scared. (told)"

pytestmark = pytest.mark.usefixtures("library")


def test_map_shows_a_tree(run: Run) -> None:
    ran = run("map", "the-test")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("The test (the-test)\n")
    assert "├─ name-it → opened: A concert. I see. (opened)\n" in ran.out


@pytest.mark.parametrize(
    ("form", "start"),
    [("mermaid", "---\ntitle:"), ("dot", 'digraph "the-test"'), ("html", "<!doctype html>"), ("twee", "::")],
)
def test_map_writes_every_form_and_never_over_a_file(run: Run, tmp_path: Path, form: str, start: str) -> None:
    file = tmp_path / "map.out"
    ran = run("map", "the-test", "--format", form, "--to", str(file))
    assert (ran.status, ran.out, ran.err) == (0, "", f"Written to {file}.\n")
    assert file.read_text(encoding="utf-8").startswith(start)
    assert run("map", "the-test", "--format", form).out == file.read_text(encoding="utf-8")
    again = run("map", "the-test", "--to", str(file))
    assert (again.status, again.err) == (1, f"speakup: {file} is there already; choose another name\n")


def test_map_can_show_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(story(), encoding="utf-8")
    assert "The test (the-test)" in run("map", str(file)).out
    file.write_text("scenario: mine", encoding="utf-8")
    ran = run("map", str(file))
    assert ran.status == 1
    assert f"{file} cannot be read: {file}:1:1: error: " in ran.err
    assert run("map", str(tmp_path / "none.yaml")).status == 2


def test_map_highlights_what_was_played(run: Run) -> None:
    run("play", "the-test", typed=f"{SAYS}\non\npause\n")
    out = run("map", "the-test", "--session", "1").out
    assert "* was played in session 1." in out
    assert "├─ * name-it → opened" in out
    assert "* told: " in out
    assert "* repaired" not in out
    assert "├─ * name-it → repaired" not in out
    ran = run("map", "the-test", "--session", "7")
    assert (ran.status, ran.err) == (2, "speakup: there is no session 7 of the-test; its sessions are 1\n")
    assert "it was not played yet" in run("map", "the-concert", "--session", "7").err
    assert "session 1 of the-concert" in run("map", "the-concert", "--session", "1").err


def test_map_highlights_up_to_the_ending(run: Run) -> None:
    opened = SAYS.replace("told", "opened")
    run("play", "the-test", typed=f"{SAYS}\non\n{opened}\non\n")
    assert "├─ * name-it → repaired (ending" in run("map", "the-test", "--session", "1").out


def test_a_session_of_another_version_is_told_in_one_line(run: Run, library: Path) -> None:
    run("play", "the-test", typed=f"{SAYS}\non\npause\n")
    text = story().replace("name-it:", "name-that:")
    (library / "the-test.yaml").write_text(text, encoding="utf-8")
    ran = run("map", "the-test", "--session", "1")
    assert ran.status == 1
    assert "session 1 does not fit the-test as it is now" in ran.err
