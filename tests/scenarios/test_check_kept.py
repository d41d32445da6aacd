from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.check import examine, kept
from scenarios.check.brief import SHORT
from scenarios.check.one import check_file
from scenarios.check.result import record_of, result_of
from scenarios.check.teaching.prose import sentences, words
from scenarios.load import read_scenario
from scenarios.places import BUILT_IN, BUILT_IN_DRILLS
from tests.scenarios.drilling import drill
from tests.scenarios.stories import story
from trainer.store.taking import wiped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "the-test.yaml"
    path.write_text(story(), encoding="utf-8")
    return path


@pytest.fixture
def never_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file is checked anew."""
    monkeypatch.setattr(kept, "check_file", lambda _: pytest.fail("a file was checked"))


def results(home: Path) -> Iterator[Path]:
    return (home / "cache" / "checked").glob("*/*.json")


@pytest.mark.parametrize(
    "text",
    [story(), drill(), story().replace("level: 1", "level: 7"), "a: ["],
    ids=["scenario", "drill", "faulty", "none"],
)
def test_a_result_is_the_same_after_it_was_written_down(tmp_path: Path, text: str) -> None:
    file = tmp_path / "the-test.yaml"
    file.write_text(text, encoding="utf-8")
    result = check_file(file)
    assert result_of(json.loads(json.dumps(record_of(result)))) == result


def test_a_file_that_has_not_changed_is_not_checked_again(file: Path, request: pytest.FixtureRequest) -> None:
    first = examine([file])
    request.getfixturevalue("never_checked")
    assert examine([file]) == first


def test_a_file_that_has_changed_is_checked_again(file: Path) -> None:
    examine([file])
    file.write_text(story().replace("shows: [masks]", "shows: [mask]"), encoding="utf-8")
    assert examine([file]).counts.errors == 2


def test_a_file_of_another_name_is_checked_of_its_own(file: Path) -> None:
    file.write_text(story().replace("level: 1", "level: 7"), encoding="utf-8")
    examine([file])
    moved = file.rename(file.with_name("moved.yaml"))
    assert {fault.file for fault in examine([moved]).faults} == {str(moved)}


def test_other_code_checks_anew(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examine([file])
    before = {each.parent.name for each in results(home)}
    monkeypatch.setattr(kept, "_stamp", lambda: "other")
    examine([file])
    assert {each.parent.name for each in results(home)} == {"other"}
    assert before != {"other"}


@pytest.mark.parametrize("data", ["", "{", "[]", "null", '{"faults": 3}', '{"faults": [], "tried": []}'])
def test_a_damaged_result_is_only_slower(file: Path, home: Path, data: str) -> None:
    first = examine([file])
    for each in results(home):
        each.write_text(data)
    assert examine([file]) == first


def test_too_many_results_are_forgotten(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 0)
    examine([file])
    assert list(results(home)) == []


def test_what_is_kept_goes_when_all_is_deleted(file: Path, home: Path) -> None:
    examine([file])
    assert list(results(home))
    wiped(home)
    assert not (home / "cache" / "checked").exists()


def test_nothing_is_kept_where_nothing_may_be(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEAKUP_NO_CACHE", "1")
    monkeypatch.setattr(kept, "check_file", lambda _: kept.Result(()))
    monkeypatch.setattr(kept, "brief_in", lambda _: None)
    examine([file])
    assert not home.exists()


@pytest.mark.usefixtures("file")
def test_what_is_no_scenario_is_left_out_of_a_folder(tmp_path: Path) -> None:
    stray = tmp_path / "phrases.yaml"
    stray.write_text("client:\n  masks: [a line]\n", encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text("scenario: [", encoding="utf-8")
    misspelt = tmp_path / "misspelt.yaml"
    misspelt.write_text("scenarioo: a\ntitle: A\n", encoding="utf-8")
    checked = examine([tmp_path])
    assert (checked.files, checked.left_out) == (3, (stray,))
    told = {Path(fault.file).name for fault in checked.faults if fault.is_error}
    assert told == {"broken.yaml", "misspelt.yaml"}
    assert examine([stray]).counts.errors


def test_a_sentence_of_the_library_is_told(file: Path) -> None:
    concert = read_scenario(BUILT_IN / "the-concert.yaml").scenario
    assert concert
    sentence = next(
        said
        for scene in concert.scenes.values()
        for said in sentences(scene.partner[-1].says)
        if len(words(said)) > SHORT
    )
    file.write_text(story().replace("A concert. I see. (told)", json.dumps(sentence)), encoding="utf-8")
    (told,) = (fault for fault in examine([file]).faults if "of the-concert.yaml too" in fault.message)
    assert told.severity == "warning"


def test_an_id_of_the_library_has_the_right_of_way(file: Path) -> None:
    file.write_text(story().replace("the-test", "the-concert"), encoding="utf-8")
    assert any("which has the right of way" in fault.message for fault in examine([file]).faults)


def test_the_library_is_not_compared_with_itself() -> None:
    files = [next(BUILT_IN_DRILLS.glob("*.yaml"))]
    assert not any("right of way" in fault.message for fault in examine(files).faults)
