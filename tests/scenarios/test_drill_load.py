from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.check import examine
from scenarios.drill_library import DrillLibrary
from scenarios.drill_load import parse_drill, read_drill
from scenarios.faults import UnknownDrillError
from tests.scenarios.drilling import HEAD, drill, line

if TYPE_CHECKING:
    from pathlib import Path

GOOD = drill()


def faults(text: str) -> list[str]:
    return [str(each) for each in parse_drill(text, "a.yaml").faults]


def test_a_good_file_gives_a_drill_and_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "the-drill.yaml"
    file.write_text(GOOD, encoding="utf-8")
    loaded = read_drill(file)
    assert loaded.faults == ()
    assert loaded.drill
    assert (loaded.drill.id, loaded.drill.role, loaded.drill.skill) == (
        "the-drill",
        "client",
        "names_feeling",
    )
    assert len(loaded.drill.lines) == 9
    first = loaded.drill.line("l1-0")
    assert (first.level, first.partner, len(first.strong)) == (1, "So, how are we? (l1-0)", 2)
    assert first.marked[0].labels == ("names_feeling",)


def test_the_skill_of_the_drill_is_always_called_for() -> None:
    loaded = parse_drill(GOOD.replace("calls_for: [names_feeling]", "calls_for: [states_need]"))
    assert loaded.drill
    assert loaded.drill.calls_for(loaded.drill.lines[0]) == ("names_feeling", "states_need")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: The drill", "titel: The drill", 'the drill has no key "titel"; did you mean "title"?'),
        ("title: The drill\n", "", "the drill has no `title`"),
        ("drill: the-drill", "drill: The Drill", "as in the-drill"),
        ("role: client", "role: clinet", "did you mean"),
        ("level: 1", "level: 4", "4 is out of range; write a number from 1 to 3"),
        ("id: l1-1", "id: l1-0", 'the line "l1-0" stands twice (first in line 9)'),
        ("id: l1-1", "id: L1 1", "cannot be the name of a line; use small letters, digits"),
        ("    weak: Fine. (l1-0)\n", "", "a line has no `weak`"),
        ("partner: So", "partnr: So", 'did you mean "partner"?'),
        ("labels: [masks]", "labls: [masks]", 'a marked response has no key "labls"; did you mean "labels"?'),
    ],
)  # fmt: skip
def test_faults_say_where_and_how_to_mend(old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1))
    assert any(said in each for each in found), found
    assert all(each.startswith("a.yaml:") for each in found)


def test_all_faults_are_told_at_once() -> None:
    text = GOOD.replace("title:", "titel:").replace("level: 2", "level: 7", 1).replace("id: l3-0", "id: l1-0")
    assert len(faults(text)) == 4


def test_no_lines_is_a_fault() -> None:
    assert any("`lines`" in each for each in faults(HEAD))
    assert any("`lines`" in each for each in faults(HEAD.replace("lines:", "lines: []")))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD)), st.sampled_from(["", "\n", ":", "[", "- x", "lines:", "\t", "é"]))
def test_a_broken_file_gives_faults_and_never_an_exception(at: int, bit: str) -> None:
    loaded = parse_drill(GOOD[:at] + bit)
    assert loaded.drill or loaded.faults


def test_check_takes_a_drill_file_and_tries_its_marked_responses(tmp_path: Path) -> None:
    file = tmp_path / "the-drill.yaml"
    file.write_text(GOOD.replace("skill: names_feeling", "skill: explores"), encoding="utf-8")
    checked = examine([file])
    assert 'the client\'s side has no skill "explores"' in "\n".join(map(str, checked.faults))
    file.write_text(GOOD.replace("[A11]", "[Z9]").replace("level: 3", "level: 2"), encoding="utf-8")
    told = "\n".join(map(str, examine([file]).faults))
    assert 'there is no advice row "Z9"' in told
    assert "no line has level 3" in told
    file.write_text(GOOD, encoding="utf-8")
    checked = examine([file])
    assert (checked.marked, checked.counts.errors) == (18, 0)


def test_check_finds_what_stands_twice_in_the_drills(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(HEAD + line("a") + line("b", 2) + line("c", 3), encoding="utf-8")
    two.write_text(HEAD + line("a") + line("x", 2) + line("y", 3), encoding="utf-8")
    told = "\n".join(map(str, examine([one, two]).faults))
    assert 'there is a drill "the-drill" already' in told
    two.write_text(two.read_text().replace("the-drill", "another"), encoding="utf-8")
    told = "\n".join(map(str, examine([one, two]).faults))
    assert 'this sentence stands in line 15 of one.yaml too: "I feel sad today, and it began' in told


def test_check_finds_what_stands_twice_in_a_drill(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(GOOD.replace("Fine. (l2-0)", "Fine. (l1-0)"), encoding="utf-8")
    assert "warning: this stands in line 17 too; say it in other words" in "\n".join(
        map(str, examine([file]).faults)
    )


def test_the_library_finds_drills_and_tells_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.yaml").write_text("drill: [", encoding="utf-8")
    library = DrillLibrary([tmp_path, tmp_path / "nowhere"])
    assert [each.id for each in library.drills()] == ["the-drill"]
    told = "\n".join(map(str, library.faults()))
    assert "there is a drill" in told
    assert "c.yaml" in told
    with pytest.raises(UnknownDrillError, match='did you mean "the-drill"'):
        library.drill("the-dril")


def test_drills_that_were_read_are_kept_and_read_again_when_they_change(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = home / "drills"
    mine.mkdir(parents=True)
    (mine / "a.yaml").write_text(GOOD, encoding="utf-8")
    first = DrillLibrary()
    assert DrillLibrary().drill("the-drill") == first.drill("the-drill")
    with monkeypatch.context() as patched:
        patched.setattr("scenarios.drill_library._read", lambda _: pytest.fail("a file was read"))
        assert DrillLibrary().drills() == first.drills()
    (mine / "a.yaml").write_text(GOOD.replace("The drill", "Another drill"), encoding="utf-8")
    assert DrillLibrary().drill("the-drill").title == "Another drill"
    (home / "cache" / "drills.json").write_text('{"stamp": 1', encoding="utf-8")
    assert len(DrillLibrary().drills()) == 5
