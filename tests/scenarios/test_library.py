from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scenarios import library as library_module
from scenarios.faults import UnknownScenarioError
from scenarios.library import Library
from tests.scenarios.stories import story


def write(folder: Path, name: str, text: str = "", named: str = "") -> Path:
    """Write a scenario file; by default the small story, under an id of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.yaml"
    text = text or story().replace("scenario: the-test", f"scenario: {named or name}")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    write(folder, "one")
    write(folder, "two")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "library.json"


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file is read."""
    monkeypatch.setattr(library_module, "_read", lambda *_: pytest.fail("a file was read"))


def test_entries_hold_what_the_lists_show(mine: Path, index: Path) -> None:
    one = Library([mine], index=index).entries()[0]
    assert (one.id, one.title, one.role, one.level, one.minutes) == ("one", "The test", "client", 1, 5)
    assert one.practises == ("names_feeling",)
    assert one.practises_advice == ("D4",)
    assert one.sources == ("doc-003",)
    assert one.content_notes == ()
    assert one.summary == "You cancelled, and she minds."
    assert Path(one.path) == mine / "one.yaml"


def test_easy_ones_stand_first(mine: Path, index: Path) -> None:
    write(mine, "three", story().replace("the-test", "three").replace("level: 1", "level: 3"))
    write(mine, "also", story().replace("the-test", "also").replace("title: The test", "title: A test"))
    assert [each.id for each in Library([mine], index=index).entries()] == ["also", "one", "two", "three"]


def test_the_second_time_nothing_is_read(mine: Path, index: Path, request: pytest.FixtureRequest) -> None:
    write(mine, "bad", "a: [")
    first = Library([mine], index=index)
    assert len(first.entries()) == 2
    request.getfixturevalue("no_reading")
    second = Library([mine], index=index)
    assert second.entries() == first.entries()
    assert second.faults() == first.faults()
    assert len(second.faults()) == 1


def test_a_changed_file_is_read_again(mine: Path, index: Path) -> None:
    kept = Library([mine], index=index)
    kept.entries()
    file = write(
        mine, "one", story().replace("the-test", "one").replace("title: The test", "title: New here")
    )
    os.utime(file, ns=(1, 1))
    assert kept.entry("one").title == "The test"
    kept.refresh()
    assert kept.entry("one").title == "New here"
    (mine / "two.yaml").unlink()
    assert [each.id for each in Library([mine], index=index).entries()] == ["one"]


def test_a_bad_file_is_told_and_the_others_still_load(mine: Path, index: Path) -> None:
    write(mine, "bad", story().replace("level: 1", "level: 7"))
    (mine / "latin.yaml").write_bytes(b"scenario: \xe9")
    with (mine / "big.yaml").open("wb") as file:
        file.truncate(50_000_000)
    write(mine, "deep", "a: " + "[" * 1000)
    (mine / "notes.txt").write_text("no scenario")
    (mine / ".hidden.yaml").write_text("no scenario")
    (mine / "folder.yaml").mkdir()
    found = Library([mine], index=index)
    assert {each.id for each in found.entries()} == {"one", "two"}
    assert [Path(each.file).name for each in found.faults()] == [
        "bad.yaml",
        "big.yaml",
        "deep.yaml",
        "latin.yaml",
    ]


def test_of_two_with_one_id_the_first_folder_wins(mine: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, "copy", named="one")
    found = Library([mine, other], index=index)
    assert Path(found.entry("one").path).parent == mine
    fault = found.faults()[0]
    assert (Path(fault.file).name, fault.line, fault.severity) == ("copy.yaml", 1, "error")
    assert 'there is a scenario "one" already' in fault.message


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"\xff", b"null", b'{"stamp": 1, "files": 3}', b"[" * 100_000,
        b'{"stamp": "x", "files": {}}',
    ],
)  # fmt: skip
def test_a_damaged_index_is_only_slower(mine: Path, index: Path, data: bytes) -> None:
    index.parent.mkdir()
    index.write_bytes(data)
    assert len(Library([mine], index=index).entries()) == 2
    assert len(json.loads(index.read_bytes())["files"]) == 2


@pytest.mark.parametrize("key", ["title", "practises", "level", "id", "path", "partner"])
@pytest.mark.parametrize("value", [None, 3.5, {"a": 1}, [1]])
def test_an_index_with_wrong_values_is_not_believed(mine: Path, index: Path, key: str, value: object) -> None:
    wanted = Library([mine], index=index).entries()
    raw = json.loads(index.read_bytes())
    for record in raw["files"].values():
        record["entry"][key] = value
    index.write_text(json.dumps(raw))
    assert Library([mine], index=index).entries() == wanted


def test_an_index_that_cannot_be_written_is_only_slower(mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert len(Library([mine], index=file / "library.json").entries()) == 2


def test_nothing_is_written_where_nothing_may_be_kept(mine: Path, home: Path) -> None:
    assert len(Library([mine], keep=False).entries()) == 2
    assert not home.exists()


def test_the_index_is_its_owners_alone(mine: Path, home: Path) -> None:
    Library([mine]).entries()
    file = home / "cache" / "library.json"
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
        assert home.stat().st_mode & 0o777 == 0o700


def test_reading_many_files_tells_how_far_it_is(mine: Path, index: Path) -> None:
    told: list[tuple[int, int]] = []
    Library([mine], index=index).entries(progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    told.clear()
    Library([mine], index=index).entries(progress=lambda done, of: told.append((done, of)))
    assert told == []


def test_a_scenario_is_loaded_by_its_id(mine: Path, index: Path) -> None:
    loaded = Library([mine], index=index).load("two")
    assert loaded.scenario
    assert loaded.scenario.id == "two"


def test_an_unknown_id_is_told_with_the_nearest(mine: Path, index: Path) -> None:
    with pytest.raises(UnknownScenarioError, match=r'no scenario "tow"; did you mean two\?'):
        Library([mine], index=index).load("tow")


def test_two_libraries_share_an_index(mine: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, "three")
    Library([mine], index=index).entries()
    Library([other], index=index).entries()
    assert len(json.loads(index.read_bytes())["files"]) == 3


def test_the_users_own_folder_is_looked_into(home: Path) -> None:
    write(home / "scenarios", "my-own")
    assert "my-own" in {each.id for each in Library().entries()}


def test_listing_from_the_index_imports_neither_yaml_nor_cattrs(home: Path) -> None:
    write(home / "scenarios", "my-own")
    Library().entries()
    script = (
        "import sys; from scenarios.library import Library; found = Library(); found.entries();"
        "print([m for m in ('yaml', 'cattrs', 'rapidfuzz', 'textual') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_that_leads_nowhere_hides_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "the-test.yaml").write_text(story(), encoding="utf-8")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    assert [entry.id for entry in Library([tmp_path], keep=False).entries()] == ["the-test"]
