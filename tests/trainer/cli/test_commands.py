from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.scenarios.stories import story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run

SAYS = "I noticed your face change just now, and I got scared. (told)"


def test_list_shows_each_scenario(run: Run, library: Path) -> None:
    ran = run("list")
    assert ran.status == 0
    assert "the-test: The test\n  client, level 1 of 3, 5 minutes\n" in ran.out
    assert "practises: saying what you feel" in ran.out
    entries = json.loads(run("list", "--json").out)
    assert "the-test" in [entry["id"] for entry in entries]
    assert library.exists()


def test_list_names_a_file_that_cannot_be_played_and_shows_the_others(run: Run, library: Path) -> None:
    (library / "bad.yaml").write_text("scenario: [", encoding="utf-8")
    ran = run("list")
    assert "the-test" in ran.out
    assert "bad.yaml cannot be played; see: speakup check" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("library")
def test_play_plays_line_by_line_without_a_terminal(run: Run, home: Path) -> None:
    ran = run("play", "the-test", typed=f"{SAYS}\non\npause\n")
    assert (ran.status, ran.err) == (0, "")
    assert "Dr. Vale: A concert. I see. (told)" in ran.out
    assert f"You: {SAYS}" in ran.out
    assert (home / "speakup.db").exists()
    assert "Moment 2." in run("play", "the-test", "--plain", typed="continue\n").out


@pytest.mark.usefixtures("library")
def test_private_play_writes_nothing(run: Run, home: Path) -> None:
    before = sorted(home.rglob("*"))
    assert run("play", "the-test", "--private", typed=f"{SAYS}\nnote\nhello\n").status == 0
    assert sorted(home.rglob("*")) == before


@pytest.mark.usefixtures("library")
def test_play_can_begin_at_a_scene(run: Run) -> None:
    assert "A concert. I see. (opened)" in run("play", "the-test", "--from", "opened").out
    ran = run("play", "the-test", "--from", "nowhere")
    assert ran.status == 2
    assert ran.err == "speakup: the-test has no scene nowhere; it has told, opened\n"


@pytest.mark.usefixtures("library")
def test_an_unknown_scenario_is_told_with_the_nearest(run: Run) -> None:
    ran = run("play", "the-tset")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean the-test" in ran.err


def test_check_tells_every_fault_with_its_place(run: Run, library: Path) -> None:
    bad = library / "bad.yaml"
    bad.write_text("scenario: bad\ncolour: red\n", encoding="utf-8")
    ran = run("check", str(bad))
    assert ran.status == 1
    assert f"{bad}:2:1: error: " in ran.out
    assert "1 file checked: " in ran.out.splitlines()[-1]
    found = json.loads(run("check", "--json", str(library)).out)
    assert found["files"] == 2
    assert found["errors"] == len([each for each in found["faults"] if each["severity"] == "error"])


def test_check_needs_files_that_are_there(run: Run) -> None:
    assert run("check", "/no/such/file.yaml").status == 2


def test_check_without_a_path_checks_what_comes_with_the_program(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "the-test.yaml").write_text(story(), encoding="utf-8")
    monkeypatch.setattr("scenarios.check.library_files", lambda: (tmp_path / "the-test.yaml",))
    ran = run("check")
    assert ran.status == 0
    assert "1 file checked: " in ran.out


def test_check_counts_the_notes_on_several_files_and_prints_them_when_asked(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = story().replace("the-test", name).replace("shows: [masks]", "shows: [masks, hedges]")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("something: else\n", encoding="utf-8")
    counted = run("check", str(tmp_path)).out
    assert ": note: " not in counted
    assert "(see them with --notes)." in counted
    assert f"Left out, since it is no scenario, drill or pack: {tmp_path / 'other.yaml'}" in counted
    assert ": note: " in run("check", "--notes", str(tmp_path)).out
    assert ": note: " in run("check", str(tmp_path / "one.yaml")).out


@pytest.mark.usefixtures("library")
def test_sources_shows_what_covers_each_piece_of_advice(run: Run) -> None:
    table = {row["id"]: row for row in json.loads(run("sources", "--json").out)}
    assert "the-test" in table["D4"]["scenarios"]
    assert table["C7"]["feature"]
    ran = run("sources")
    assert "pieces of advice are practised." in ran.out
    assert "doc-003: Why does my therapist" in ran.out


@pytest.mark.usefixtures("library")
def test_progress_export_and_wipe(run: Run, home: Path, tmp_path: Path) -> None:
    assert "Nothing yet." in run("progress").out
    assert not (home / "speakup.db").exists()
    assert json.loads(run("export").out)["sessions"] == []
    run("play", "the-test", typed=f"{SAYS}\nagain\n{SAYS}\non\n{SAYS.replace('told', 'opened')}\non\n")
    assert "The test: once; endings: Said (repaired)" in run("progress").out
    made = json.loads(run("progress", "--json").out)
    assert (made["sessions"], made["ended"], made["responses"], made["retries"]) == (1, 1, 3, 1)

    file = tmp_path / "all.json"
    assert run("export", "--to", str(file)).status == 0
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text(encoding="utf-8"))["sessions"][0]["events"][1]["text"] == SAYS
    assert run("export", "--to", str(file)).err.endswith("choose another name\n")

    refused = run("wipe")
    assert (refused.status, "add --yes" in refused.err) == (2, True)
    assert (home / "speakup.db").exists()
    assert "speakup.db" in run("wipe", "--yes").out
    assert {each.name for each in home.iterdir()} - {"cache"} == {"scenarios"}
    assert "nothing to delete" in run("wipe", "--yes").out


def test_the_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    for name in ("play", "list", "score", "check", "sources", "progress", "export", "wipe"):
        assert f"  {name} " in ran.out
        assert run(name, "--help").status == 0
    assert "..." not in ran.out.split("Commands:")[1]


def test_the_version(run: Run) -> None:
    assert run("--version").out.startswith("speakup, version ")
