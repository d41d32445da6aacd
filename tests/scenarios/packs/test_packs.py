from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from scenarios.drill_library import DrillLibrary
from scenarios.faults import UnknownScenarioError
from scenarios.library import Library
from scenarios.packs import add as adding
from scenarios.packs.add import add_pack
from scenarios.packs.errors import PackError
from scenarios.packs.manifest import read_manifest
from scenarios.packs.shelf import installed_packs, pack_folders, packs_folder, remove_pack
from scenarios.places import BUILT_IN
from tests.scenarios.drilling import drill
from tests.scenarios.packs.conftest import MANIFEST, Desk, scenario

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_installed_as_a_pack(desk: Desk) -> None:
    added = desk.add(desk.pack(LICENSE="Free to share.", **{"readme.md": "Hello."}))
    assert (added.pack.name, added.pack.version, added.scenarios) == ("night-shift", "1.0", ("the-ward",))
    assert added.left_out == ()
    home = desk.shelf / "night-shift"
    assert sorted(str(each.relative_to(home)) for each in home.rglob("*") if each.is_file()) == [
        "LICENSE",
        "README.MD",
        "pack.yaml",
        "scenarios/the-ward.yaml",
    ]
    pack = installed_packs(desk.shelf)[0]
    assert pack.pack == added.pack
    assert pack.scenarios == ("the-ward",)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are told in another way")
def test_what_is_installed_is_its_owners_alone_and_no_program(desk: Desk) -> None:
    source = desk.pack()
    (source / "the-ward.yaml").chmod(0o6777)
    desk.add(source)
    for each in [desk.shelf, *desk.shelf.rglob("*")]:
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600)


def test_the_library_shows_scenarios_of_packs_with_their_pack(desk: Desk, home: Path) -> None:
    add_pack(desk.pack(), {})
    assert packs_folder() == home / "packs"
    entry = Library().entry("the-ward")
    assert entry.pack == "night-shift"
    assert Library().load("the-ward").scenario
    assert {each.pack for each in Library().entries() if each.id != "the-ward"} <= {""}
    remove_pack("night-shift")
    with pytest.raises(UnknownScenarioError):
        Library().entry("the-ward")


def test_an_open_library_finds_a_new_pack_when_it_looks_again(desk: Desk) -> None:
    library = Library()
    library.entries()
    add_pack(desk.pack(), {})
    library.refresh()
    assert library.entry("the-ward").pack == "night-shift"


def test_a_pack_cannot_take_the_place_of_a_scenario(desk: Desk) -> None:
    with pytest.raises(
        PackError, match=r'"the-ward.yaml" would take the place of the-ward, which is built in'
    ):
        desk.add(desk.pack(), **{"the-ward": "built in"})
    assert desk.is_empty()


def test_what_is_built_in_stays_also_where_a_pack_was_changed_by_hand(desk: Desk) -> None:
    built_in = next(each for each in sorted(BUILT_IN.glob("*.yaml")))
    add_pack(desk.pack(), {})
    folder = pack_folders()["night-shift"]
    (folder / "shadow.yaml").write_text(scenario(built_in.stem), encoding="utf-8")
    library = Library()
    entries = {entry.id: entry for entry in library.entries()}
    if built_in.stem in entries:
        assert entries[built_in.stem].path == str(built_in)
        assert any("already" in fault.message for fault in library.faults())


def test_one_faulty_pack_leaves_the_others(desk: Desk) -> None:
    add_pack(desk.pack(), {})
    other = MANIFEST.replace("night-shift", "day-shift")
    add_pack(desk.pack("other", **{"pack.yaml": other, "the-ward.yaml": scenario("the-day")}), {})
    (pack_folders()["day-shift"] / "the-day.yaml").write_text("scenario: [", encoding="utf-8")
    (packs_folder() / "day-shift" / "pack.yaml").write_text("name: {", encoding="utf-8")
    assert Library().entry("the-ward").pack == "night-shift"
    assert [(each.name, each.pack is None) for each in installed_packs()] == [
        ("day-shift", True),
        ("night-shift", False),
    ]
    remove_pack("day-shift")
    assert [each.name for each in installed_packs()] == ["night-shift"]


def test_a_pack_is_not_added_twice(desk: Desk) -> None:
    source = desk.pack()
    desk.add(source)
    with pytest.raises(PackError, match="installed already; take it away first: speakup remove night-shift"):
        desk.add(source)


@pytest.mark.parametrize(
    "name", ["nothing", "../night-shift", ".", "", "night-shift/scenarios", "NIGHT-SHIFT"]
)
def test_only_packs_can_be_removed(desk: Desk, name: str) -> None:
    desk.add(desk.pack())
    with pytest.raises(PackError, match="there is no pack"):
        remove_pack(name, desk.shelf)
    assert len(installed_packs(desk.shelf)) == 1


def test_removing_does_not_follow_links(desk: Desk) -> None:
    mine = desk.folder / "mine"
    mine.mkdir()
    (mine / "keep.txt").write_text("mine", encoding="utf-8")
    desk.add(desk.pack())
    (desk.shelf / "night-shift" / "scenarios" / "link").symlink_to(mine)
    (desk.shelf / "linked").symlink_to(mine)
    assert list(pack_folders(desk.shelf)) == ["night-shift"]
    remove_pack("night-shift", desk.shelf)
    assert (mine / "keep.txt").exists()


def test_what_fails_in_the_midst_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def failing(file: Path, data: bytes) -> None:
        written.append(file)
        if len(written) > 1:
            raise OSError(28, "No space left on device")
        file.write_bytes(data)

    monkeypatch.setattr(adding, "_write", failing)
    with pytest.raises(PackError, match=r"cannot be written to .*No space left"):
        desk.add(desk.pack())
    assert desk.is_empty()


def test_what_a_kill_left_behind_is_swept_away(desk: Desk) -> None:
    for name in (".adding-x1", ".removing-old-7"):
        (desk.shelf / name / "scenarios").mkdir(parents=True)
    assert pack_folders(desk.shelf) == {}
    desk.add(desk.pack())
    assert [each.name for each in desk.shelf.iterdir()] == ["night-shift"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("- a\n", "`key: value`"),
        (MANIFEST.replace("licence", "license"), 'no key "license"; did you mean "licence"'),
        (MANIFEST + "run: setup.py\n", 'no key "run"'),
        (MANIFEST.replace("author: Ada Nurse\n", ""), "no `author`"),
        (MANIFEST.replace("Ada Nurse", "{a: b}"), "no `author`"),
        (MANIFEST.replace("Ada Nurse", "!!python/object/apply:os.system [id]"), "a tag stands here"),
        (MANIFEST.replace("night-shift", "../night"), "cannot be the name of a pack"),
        (MANIFEST.replace("night-shift", "Night"), "cannot be the name of a pack"),
        (MANIFEST.replace("night-shift", "con"), "cannot be the name of a pack"),
        (MANIFEST.replace("night-shift", "lpt1"), "cannot be the name of a pack"),
        (MANIFEST.replace("1.0", "latest"), "is no version"),
        (MANIFEST.replace(": en", ": klingon!"), "is no language"),
        (MANIFEST.replace("CC BY", "CC " * 100), "`licence` is too long"),
        (MANIFEST + "version: 2.0\n", "stands twice"),
    ],
    ids=range(15),
)
def test_a_bad_manifest_is_told_with_its_place(desk: Desk, text: str, said: str) -> None:
    pack, faults = read_manifest(text.encode())
    assert pack is None
    assert any(said in str(fault) for fault in faults), faults
    assert all(fault.line for fault in faults)
    with pytest.raises(PackError):
        desk.add(desk.pack(**{"pack.yaml": text}))
    assert desk.is_empty()


def test_drills_travel_in_packs(desk: Desk, home: Path) -> None:
    added = add_pack(desk.pack(**{"the-drill.yaml": drill()}), {})
    assert (added.scenarios, added.drills) == (("the-ward",), ("the-drill",))
    assert (home / "packs" / "night-shift" / "drills" / "the-drill.yaml").is_file()
    assert DrillLibrary().drill("the-drill").skill == "names_feeling"
    assert installed_packs()[0].drills == ("the-drill",)
    assert "the-drill" not in {entry.id for entry in Library().entries()}
    remove_pack("night-shift")
    assert "the-drill" not in {each.id for each in DrillLibrary().drills()}


def test_a_pack_may_hold_nothing_but_drills(desk: Desk) -> None:
    source = desk.pack(**{"the-drill.yaml": drill()})
    (source / "the-ward.yaml").unlink()
    assert desk.add(source).drills == ("the-drill",)


def test_a_faulty_drill_is_refused_with_its_line(desk: Desk) -> None:
    with pytest.raises(PackError, match=r"the-drill.yaml:\d+:\d+: error: the drill has no `title`"):
        desk.add(desk.pack(**{"the-drill.yaml": drill().replace("title:", "titel:")}))
    assert desk.is_empty()


def test_a_drill_cannot_take_the_place_of_another(desk: Desk) -> None:
    source = desk.pack(**{"the-drill.yaml": drill()})
    with pytest.raises(PackError, match=r"would take the place of the-drill, which is mine"):
        add_pack(source, {}, desk.shelf, taken_drills={"the-drill": "mine"})
    assert desk.is_empty()


def test_a_pack_that_was_added_before_there_were_drills_still_works(desk: Desk) -> None:
    desk.add(desk.pack())
    (desk.shelf / "night-shift" / "drills").rmdir()
    assert installed_packs(desk.shelf)[0].drills == ()
