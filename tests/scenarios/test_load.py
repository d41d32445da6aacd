from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.load import parse_scenario, read_scenario
from scenarios.model import Coach, Line, Otherwise, Way
from tests.scenarios.stories import HEAD, scene, story

GOOD = story()


def faults(text: str) -> list[str]:
    return [str(each) for each in parse_scenario(text, "a.yaml").faults]


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_good_file_gives_a_scenario_and_no_fault(tmp_path) -> None:
    file = tmp_path / "the-test.yaml"
    file.write_text("# yaml-language-server: $schema=x\n" + GOOD, encoding="utf-8-sig")
    loaded = read_scenario(file)
    assert loaded.faults == ()
    assert loaded.scenario is not None
    assert loaded.scenario.id == "the-test"
    assert list(loaded.scenario.scenes) == ["told", "opened"]
    assert loaded.scenario.scenes["told"].id == "told"
    assert loaded.scenario.scenes["told"].replies["ask"].id == "ask"
    assert loaded.scenario.endings["lost"].tone == "lost"


def test_the_short_spellings() -> None:
    loaded = parse_scenario(GOOD)
    assert loaded.scenario
    told = loaded.scenario.scenes["told"]
    assert told.partner == (Line("A concert. I see. (told)"),)
    assert told.otherwise == Otherwise(goes=(Way("opened"),))
    assert told.replies["ask"].goes == (Way("opened"),)
    assert told.replies["ask"].coach == Coach("At told you said ask.")
    assert told.replies["ask"].alliance == 0


def test_the_long_spellings() -> None:
    text = GOOD.replace("    otherwise: opened\n", """\
    otherwise:
      goes: [{when: alliance < 0, to: lost}, opened]
      partner:
        - when: not swallowed
          says: Hm.
        - {says: Well.}
      alliance: −1
      coach: {principle: Say more., effect: She waits., try: Say one thing.}
""").replace("goes: opened", "sets: swallowed\n        alliance: +2\n        goes: opened", 1)  # fmt: skip
    loaded = parse_scenario(text.replace("opening:", "flags: {swallowed: It was fine.}\nopening:"))
    assert loaded.faults == ()
    assert loaded.scenario
    otherwise = loaded.scenario.scenes["told"].otherwise
    assert otherwise.goes == (Way("lost", "alliance < 0"), Way("opened"))
    assert otherwise.partner == (Line("Hm.", "not swallowed"), Line("Well."))
    assert otherwise.alliance == -1
    assert otherwise.coach == Coach("Say more.", "She waits.", "Say one thing.")
    assert loaded.scenario.scenes["told"].replies["name-it"].sets == ("swallowed",)
    assert loaded.scenario.scenes["told"].replies["name-it"].alliance == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: The test", "titel: The test", 'the scenario has no key "titel"; did you mean "title"?'),
        ("title: The test\n", "", "the scenario has no `title`"),
        ("title: The test", "title:", "`title` is empty"),
        ("role: client", "role: clinet", '"clinet" is not one of client, therapist; did you mean "client"?'),
        ("role: client", "role: [client]", "this is not one of client, therapist"),
        ("level: 1", "level: 4", "4 is out of range; write a number from 1 to 3"),
        ("level: 1", "level: easy", '"easy" is no whole number'),
        ("minutes: 5", "minutes: 5.5", '"5.5" is no whole number'),
        ("minutes: 5", "minutes: {a: b}", "this is no whole number"),
        ("opening: told", "opening: tolled", 'there is no scene "tolled"; did you mean "told"?'),
        ("opening: told", "opening: repaired", 'there is no scene "repaired"'),
        ("goes: repaired", "goes: repared", 'ending "repared"; did you mean "repaired"?'),
        ("otherwise: lost", "otherwise: losst", 'ending "losst"; did you mean "lost"?'),
        ("otherwise: lost", "otherwise: {goes: losst}", 'there is no scene or ending "losst"'),
        ("goes: repaired", "goes: [{when: alliance > 0, to: repaired}]", "the story stops where this"),
        ("goes: repaired", "goes: []", "`goes` is empty"),
        ("goes: repaired", "goes: {whne: alliance > 0, to: repaired}", 'a way has no key "whne"'),
        ("goes: repaired", "goes: [{when: alliance > x, to: repaired}, lost]", "a number must stand before"),
        ("  told:\n", "  Told Me:\n", '"Told Me" cannot be the name of a scene; use small letters, digits'),
        ("scenario: the-test", "scenario: The Test", "as in the-test"),
        ("      name-it:", "      otherwise:", "a reply cannot be named otherwise"),
        ("        goes: opened", "        alliance: 9\n        goes: opened", "9 is out of range"),
        ("        goes: opened", "        sets: [Ja wohl]\n        goes: opened", "be the name of a flag"),
        ("  repaired:\n    title", "  told:\n    title", '"told" is a scene and an ending'),
        ("tone: repaired", "tone: happy", '"happy" is not one of repaired, open, costly, lost'),
        ("  told:\n    partner:", "  told:\n    partner: {when: a}\n    x:", "a line has no `says`"),
        ("    coach: At", "    coach: {principel: At", "is not closed"),
        ("    partner: A concert.", "    id: x\n    partner: A concert.", 'the scene "told" has no key "id"'),
        ("    partner: A concert. I see. (told)", "    partner: []", "`partner` is empty"),
        ("opening:", "flags: {alliance: x}\nopening:", '"alliance" cannot be a flag'),
        ("    calls_for:", "    marked: [{text: x, reply: nme-it}]\n    calls_for:", 'you mean "name-it"?'),
        ("scenes:\n", "scenes: {}\nother:\n", "names with their parts must stand here"),
        ("        shows: [masks]", "        shows: [{a: b}]", "a text must stand here"),
        ('          - "All good', '          -\n          - "All good', "nothing stands here"),
        ("partner: {name: Dr. Vale, manner: warm}", "partner: Dr. Vale", ""),
    ],
)  # fmt: skip
def test_each_fault_is_told(old: str, new: str, said: str) -> None:
    text = GOOD.replace(old, new, 1)
    loaded = parse_scenario(text, "a.yaml")
    if not said:
        assert loaded.faults == ()
        return
    assert loaded.scenario is None
    assert any(said in str(fault) for fault in loaded.faults), faults(text)


def test_all_faults_of_a_file_are_told_at_once_each_in_its_place() -> None:
    text = (
        GOOD.replace("title: The test", "titel: The test")
        .replace("level: 1", "level: 9")
        .replace("opening: told", "opening: nowhere")
        .replace("goes: repaired", "goes: nowhere-too", 1)
        .replace("stem:", "stm:", 1)
        .replace("        shows: [masks]", "        shows: [masks]\n        allianc: +1", 1)
        .replace("tone: lost", "tone: lots")
    )
    loaded = parse_scenario(text, "a.yaml")
    told = {(fault.line, fault.column) for fault in loaded.faults}
    assert len(loaded.faults) == 9
    assert loaded.faults == tuple(sorted(loaded.faults))
    assert (line_of(text, "titel"), 1) in told
    assert (line_of(text, "level: 9"), 8) in told
    assert (line_of(text, "opening:"), 10) in told
    assert (line_of(text, "nowhere-too"), 15) in told
    assert (line_of(text, "stm:"), 5) in told
    assert (line_of(text, "allianc:"), 9) in told
    assert (line_of(text, "tone: lots"), 11) in told


def test_a_fault_of_a_condition_points_into_the_condition() -> None:
    text = GOOD.replace("        goes: opened", "        when: alliance >> 2\n        goes: opened", 1)
    fault = parse_scenario(text, "a.yaml").faults[0]
    assert (fault.line, fault.column) == (line_of(text, "when:"), 15 + len("alliance >"))


def test_a_hostile_text_loses_its_control_characters() -> None:
    text = GOOD.replace("title: The test", 'title: "\\e]52;c;x\\a[red]"')
    loaded = parse_scenario(text)
    assert loaded.scenario
    assert loaded.scenario.title == "]52;c;x[red]"


def test_a_file_that_is_no_tree_has_one_fault_and_no_scenario(tmp_path) -> None:
    loaded = read_scenario(tmp_path / "none.yaml", "none.yaml")
    assert loaded.scenario is None
    assert loaded.source is None
    assert [fault.file for fault in loaded.faults] == ["none.yaml"]


def test_the_example_of_the_reference_is_read() -> None:
    page = Path("docs/format.md").read_text(encoding="utf-8")
    text = page.split("```yaml\n")[1].split("```")[0]
    said = [fault.message for fault in parse_scenario(text).faults]
    assert len(said) == 4
    assert all(each.startswith("there is no scene or ending") for each in said)


LINES = GOOD.splitlines(keepends=True)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutant_gives_faults_with_lines_and_no_traceback(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["cut", "twice", "in", "out", "word", "swap"]))
        other = data.draw(st.integers(0, len(lines) - 1))
        if how == "cut" and len(lines) > 1:
            del lines[at]
        elif how == "twice":
            lines.insert(at, lines[at])
        elif how == "in":
            lines[at] = "  " + lines[at]
        elif how == "out":
            lines[at] = lines[at].removeprefix("  ")
        elif how == "word":
            lines[at] = (
                data.draw(st.sampled_from(["x: [", "- ", "a: {b: c}", "{}", "'", "when: (", "~"])) + "\n"
            )
        else:
            lines[at], lines[min(other, len(lines) - 1)] = lines[min(other, len(lines) - 1)], lines[at]
    loaded = parse_scenario("".join(lines))
    assert loaded.scenario or loaded.faults
    assert all(fault.line >= 1 and fault.column >= 1 for fault in loaded.faults)


def test_the_stories_of_these_tests_differ() -> None:
    assert HEAD in GOOD
    assert scene("a", {"ask": "b"}, "b") != scene("b", {"ask": "b"}, "b")
