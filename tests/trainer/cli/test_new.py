from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.check import check
from scenarios.load import read_scenario

if TYPE_CHECKING:
    from tests.trainer.cli.conftest import Run


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_what_is_new_passes_check_without_a_warning(run: Run, tmp_path: Path, role: str) -> None:
    file = tmp_path / "the-late-bus.yaml"
    ran = run("new", "the-late-bus", "--role", role, "--to", str(tmp_path))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Written to {file}. Play it with: speakup preview {file}\n"
    scenario = read_scenario(file).scenario
    assert scenario
    assert (scenario.id, scenario.title, scenario.role) == ("the-late-bus", "The late bus", role)
    assert (len(scenario.scenes), len(scenario.endings)) == (3, 2)
    assert [str(fault) for fault in check([file]) if fault.severity != "note"] == []


def test_each_key_of_the_start_has_a_note(run: Run, tmp_path: Path) -> None:
    run("new", "mine", "--to", str(tmp_path / "other.yaml"))
    text = (tmp_path / "other.yaml").read_text(encoding="utf-8")
    assert "scenario: mine              # the id: small letters" in text
    assert text.count("#") > 30


def test_new_writes_to_the_current_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "mine").status == 0
    assert (tmp_path / "mine.yaml").exists()


def test_new_never_overwrites(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("my work", encoding="utf-8")
    ran = run("new", "mine", "--to", str(tmp_path))
    assert (ran.status, ran.err) == (1, f"speakup: {file} is there already; choose another name\n")
    assert file.read_text(encoding="utf-8") == "my work"
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "elsewhere.yaml")
    assert run("new", "mine", "--to", str(link)).status == 1
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize(
    "name", ["../mine", "My Scene", "", "a" * 61, "-", "a--b", "a/b", "\x1b[31m", "mine.yaml"]
)
def test_a_bad_name_is_told_with_a_better_one(
    run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("new", "--", name)
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be the name of a scenario; use small letters, digits and single hyphens, as in " in ran.err
    assert "\x1b" not in ran.err
    assert not list(tmp_path.glob("*.yaml"))


def test_new_needs_a_folder_that_is_there(run: Run, tmp_path: Path) -> None:
    ran = run("new", "mine", "--to", str(tmp_path / "nowhere"))
    assert (ran.status, "there is no folder" in ran.err) == (2, True)
    ran = run("new", "mine", "--to", str(tmp_path / "nowhere" / "mine.yaml"))
    assert (ran.status, "cannot be written" in ran.err) == (1, True)


def test_the_start_can_be_played(run: Run, tmp_path: Path, home: Path) -> None:
    folder = home / "scenarios"
    folder.mkdir(parents=True)
    run("new", "mine", "--to", str(folder))
    ran = run("play", "mine", "--plain", "--private", typed="You yawned just now, and I felt hurt.\non\n")
    assert "Dr. Lind: I did. I'm glad you say it." in ran.out
    assert "Moment 2." in ran.out
    assert Path(tmp_path).exists()
