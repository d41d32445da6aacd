from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.scenarios.packs.conftest import MANIFEST, scenario

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A zip with a pack of one scenario."""
    path = tmp_path / "night-shift.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("pack.yaml", MANIFEST)
        made.writestr("the-ward.yaml", scenario("the-ward"))
        made.writestr("photo.jpg", b"\xff\xd8")
    return path


def test_a_pack_is_added_listed_played_and_removed(run: Run, pack: Path, home: Path) -> None:
    assert run("packs").out == "No pack is installed. Add one with: speakup add PATH\n"
    ran = run("add", str(pack))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Added night-shift 1.0 by Ada Nurse (CC BY 4.0).",
        "  the-ward",
        "Left out, since a pack holds only scenarios and drills: photo.jpg",
        "Play one with: speakup play the-ward",
    ]
    assert run("packs").out.splitlines() == [
        "night-shift 1.0, by Ada Nurse",
        "  licence: CC BY 4.0; language: en",
        "  scenarios: the-ward",
    ]
    assert json.loads(run("packs", "--json").out)[0]["pack"]["version"] == "1.0"
    assert "  from the pack night-shift\n" in run("list").out
    assert {entry["id"]: entry.get("pack") for entry in json.loads(run("list", "--json").out)}[
        "the-ward"
    ] == "night-shift"
    assert "A concert. I see. (told)" in run("play", "the-ward", "--plain", typed="pause\n").out
    assert run("remove", "night-shift").out == "Removed night-shift.\n"
    assert run("play", "the-ward").status == 2
    assert list((home / "packs").iterdir()) == []


def test_a_pack_cannot_shadow_what_is_there(run: Run, tmp_path: Path, library: Path, pack: Path) -> None:
    for name, home in (
        ("the-concert", "built in"),
        ("the-test", "one of your own"),
        ("the-ward", "in the pack"),
    ):
        if name == "the-ward":
            run("add", str(pack))
        path = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("pack.yaml", MANIFEST.replace("night-shift", "evil"))
            made.writestr("x.yaml", scenario(name))
        ran = run("add", str(path))
        assert (ran.status, ran.out) == (1, "")
        assert f"would take the place of {name}, which is {home}" in ran.err
    assert library.exists()


def test_trouble_with_a_pack_is_one_line(run: Run, tmp_path: Path, pack: Path) -> None:
    assert run("add", str(tmp_path / "none")).err.startswith("speakup: there is no pack at ")
    assert run("remove", "none").err == 'speakup: there is no pack "none"; there is none yet\n'
    run("add", str(pack))
    again = run("add", str(pack))
    assert again.status == 1
    assert again.err.endswith("take it away first: speakup remove night-shift\n")
    assert 'there is no pack "none"; there are: night-shift' in run("remove", "none").err


def test_wipe_takes_what_was_said_and_leaves_packs(run: Run, pack: Path, home: Path) -> None:
    run("add", str(pack))
    run("play", "the-ward", "--plain", typed="note\nhello\npause\n")
    run("wipe", "--yes")
    assert (home / "packs" / "night-shift").is_dir()
    assert not (home / "speakup.db").exists()


def test_check_looks_at_the_packs_own_file_too(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "the-ward.yaml").write_text(scenario("the-ward"), encoding="utf-8")
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    ran = run("check", str(folder))
    assert "pack.yaml" not in ran.out
    assert "2 files checked" in ran.out
    (folder / "pack.yaml").write_text(MANIFEST.replace("version", "versoin"), encoding="utf-8")
    ran = run("check", str(folder))
    assert ran.status == 1
    assert (
        f'{folder / "pack.yaml"}:5:1: error: a pack has no key "versoin"; did you mean "version"?' in ran.out
    )
