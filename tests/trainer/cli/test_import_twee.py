from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.load import parse_scenario, read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


def test_import_twee_writes_a_skeleton_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    story = tmp_path / "story.twee"
    story.write_text(":: Start\nHello. [[Go->End]]\n\n:: End\nBye.\n", encoding="utf-8")
    ran = run("import-twee", str(story))
    assert (ran.status, ran.err) == (0, "")
    assert parse_scenario(ran.out).scenario
    file = tmp_path / "my-tale.yaml"
    ran = run("import-twee", str(story), "--to", str(file), "--role", "therapist")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(f"Written to {file}, with ")
    scenario = read_scenario(file).scenario
    assert scenario
    assert (scenario.id, scenario.role) == ("my-tale", "therapist")
    assert run("import-twee", str(story), "--to", str(file)).status == 1


def test_trouble_with_a_story_is_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("import-twee", str(tmp_path / "none.twee"))
    assert (ran.status, ran.out) == (1, "")
    assert "cannot be read (No such file" in ran.err
    story = tmp_path / "story.twee"
    story.write_bytes(b"\xff\xfe\x00")
    assert "there is no passage in it" in run("import-twee", str(story)).err
