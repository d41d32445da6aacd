from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scenarios.check import check, counts, examine
from scenarios.check.run import files_of
from scenarios.starters import started
from tests.scenarios.stories import HEAD, ending, scene, story

if TYPE_CHECKING:
    from pathlib import Path

GOES = "        goes: opened"

QUIET = (
    *("strong example", "weak example", "marked responses", "the scorer reads", "only lists key words"),
    "met with a consequence",
)
"""What the small stories of these tests lack on purpose."""


def told(tmp_path: Path, text: str) -> list[str]:
    """Return the faults of a text, without file names and without what the small stories lack."""
    file = tmp_path / "the-test.yaml"
    file.write_text(text, encoding="utf-8")
    faults = [str(fault).removeprefix(f"{file}:") for fault in check([file])]
    return [fault for fault in faults if not any(each in fault for each in QUIET)]


def flagged(text: str, *, sets: str = "", when: str = "", flags: str = "{swallowed: It was fine.}") -> str:
    """Let the first reply of the first scene set a flag, and the last one of the second ask for it."""
    if sets:
        text = text.replace(GOES, f"        sets: [{sets}]\n        goes: opened", 1)
    if when:
        head, _, tail = text.rpartition("        goes: lost")
        text = f"{head}        when: {when}\n        goes: lost{tail}"
    return text.replace("opening:", f"flags: {flags}\nopening:")


def test_a_good_story_has_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, story()) == []


def test_a_flag_that_is_set_and_asked_for_is_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, flagged(story(), sets="swallowed", when="swallowed or not swallowed")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("practises: [names_feeling]", "practises: [names_feling]", 'no label "names_feling"'),
        ("practises: [names_feeling]", "practises: [masks]", '"masks" is a pitfall'),
        ("practises: [names_feeling]", "practises: [explores]", "a label of the therapist's side"),
        ("practises: [names_feeling]", "practises: []", "`practises` is empty"),
        ("practises_advice: [D4]", "practises_advice: [D44]", 'there is no advice row "D44"'),
        ("sources: [doc-003]", "sources: [doc-033]", 'no source document "doc-033"; did you mean "doc-003"?'),
        ("calls_for: [names_feeling, describes_event]", "calls_for: [attacks]", '"attacks" is a pitfall'),
        ("shows: [masks]", "shows: [mask]", 'there is no label "mask"; did you mean "masks"?'),
        ("shows: [masks]", "shows: []", 'the reply "smooth-over" shows no label'),
        (
            "    calls_for: [names_feeling, describes_event]\n",
            "",
            'the scene "told" does not say what it calls for',
        ),
        ('          - "Never mind me, I\'m fine. (told)"\n', "", "has 3 of 4 sayings"),
        ("Never mind me, I'm fine. (told)", "All good on my side, nothing happened (told)!", "stands twice"),
        ("Never mind me, I'm fine. (told)", "I need to talk about last week before anything else. (told)",
         'also one of the reply "ask"'),
        ("opening:", "flags: {swallowed: It was fine.}\nopening:", 'no reply sets the flag "swallowed"'),
        (GOES, "        clears: [swallowed]\n" + GOES, "that this one clears"),
        (GOES, "        when: swallowed\n" + GOES, "no reply sets the flag"),
        (GOES, "        when: seen tod\n" + GOES, 'there is no scene "tod"'),
        (GOES, "        when: chose told.asks\n" + GOES, 'mean "told.ask"?'),
        (GOES, "        when: empathy > 0.5\n" + GOES, "in the profile"),
        (GOES, "        when: alliance > 0\n" + GOES, "can never hold"),
        (GOES, "        when: honesty < 0.2 and honesty > 0.4\n" + GOES, "never hold"),
        (GOES, "        goes: [{when: alliance == 0, to: opened}, lost]", "this is never taken"),
        ("    partner: A concert. I see. (told)", "    partner: {when: alliance > 0, says: x}", "none"),
    ],
)  # fmt: skip
def test_each_fault_of_content_and_conditions_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = story()
    assert old in text
    found = told(tmp_path, text.replace(old, new, 1))
    assert any(said in fault for fault in found), found


def test_faults_stand_at_their_place(tmp_path: Path) -> None:
    text = story().replace("shows: [masks]", "shows: [masks, explores]", 1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "explores" in row)
    assert told(tmp_path, text)[0].startswith(f"{line}:24: error: ")


def test_flags_that_nobody_needs_are_told(tmp_path: Path) -> None:
    found = told(tmp_path, flagged(story(), sets="swallowed"))
    assert found == [
        '12:9: warning: no condition asks for the flag "swallowed"; use it in a `when`, or delete it'
    ]
    found = told(tmp_path, flagged(story(), sets="swalowed", when="not swalowed"))
    assert any('the flag "swalowed" is not told under `flags`; did you mean "swallowed"?' in x for x in found)


def test_a_condition_on_what_cannot_have_been_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, flagged(story(), sets="swallowed", when="swallowed and not seen told"))
    assert any("this can never hold" in fault for fault in found)


THREE = {"name-it": "repaired", "ask": "repaired", "smooth-over": "repaired"}


def test_a_scene_and_an_ending_out_of_reach_are_told(tmp_path: Path) -> None:
    scenes = scene("told", THREE, "repaired") + scene("apart", THREE, "apart")
    found = told(tmp_path, story(scenes, ending("repaired") + ending("lost", "lost")))
    assert [fault.split(": ", 1)[1] for fault in found] == [
        'warning: no reply goes to the scene "apart"; let a reply go there, or delete it',
        'warning: no reply goes to the ending "lost"; let a reply go there, or delete it',
    ]


def test_a_scene_that_only_a_condition_keeps_out_of_reach_is_told(tmp_path: Path) -> None:
    goes = {**THREE, "ask": "[{when: alliance > 3, to: apart}, repaired]"}
    found = told(tmp_path, story(scene("told", goes, "repaired") + scene("apart", THREE, "repaired"),
                                 ending("repaired")))  # fmt: skip
    assert any('the scene "apart" cannot be reached by any way' in fault for fault in found)


def test_a_scene_without_an_ending_ahead_is_told(tmp_path: Path) -> None:
    circle = {"name-it": "round", "ask": "round", "smooth-over": "again"}
    scenes = (
        scene("told", {**THREE, "ask": "round"}, "repaired")
        + scene("round", circle, "again")
        + scene("again", circle, "round")
    )
    found = told(tmp_path, story(scenes, ending("repaired")))
    assert [fault.split("error: ")[1].split(";")[0] for fault in found] == [
        'from the scene "round" no ending can be reached',
        'from the scene "again" no ending can be reached',
    ]


def test_a_circle_that_only_some_states_are_caught_in_is_told(tmp_path: Path) -> None:
    way = "[{when: not swallowed, to: repaired}, round]"
    circle = {"name-it": way, "ask": way, "smooth-over": way}
    scenes = scene("told", {**THREE, "ask": "round", "smooth-over": "round"}, "round") + scene(
        "round", circle, way
    )
    scenes = scenes.replace("        goes: round", "        sets: [swallowed]\n        goes: round", 1)
    text = story(scenes.replace(f"otherwise: {way}", f"otherwise: {{goes: {way}}}"), ending("repaired"))
    found = told(tmp_path, text.replace("opening:", "flags: {swallowed: It was fine.}\nopening:"))
    assert len(found) == 1
    assert 'at the scene "round" the story can run in circles for ever (alliance 0, swallowed)' in found[0]


def test_a_scene_that_can_open_with_nothing_to_pick_is_told(tmp_path: Path) -> None:
    lines = []
    for line in story().splitlines():
        lines.append(line)
        if line.startswith("        shows: [") and sum("shows" in each for each in lines) > 3:
            lines.append("        when: seen opened")
    found = told(tmp_path, "\n".join(lines))
    assert any('error: the scene "opened" can open with no reply to pick' in fault for fault in found)


def test_too_few_and_too_many_replies_are_told(tmp_path: Path) -> None:
    two = scene("told", {"name-it": "repaired", "ask": "repaired"}, "repaired")
    assert "offers 2 replies at a time; foresee 3 to 5" in told(tmp_path, story(two, ending("repaired")))[0]


def test_sayings_in_brackets_are_told(tmp_path: Path) -> None:
    text = story()
    start = text.index("        says:\n", text.index("smooth-over"))
    end = text.index("        shows:", start)
    found = told(tmp_path, text[:start] + "        says: [It's fine, let's start, ok]\n" + text[end:])
    assert any("every comma begins a new one" in fault for fault in found)


def test_a_story_with_too_many_states_says_so_and_ends(tmp_path: Path) -> None:
    goes = {f"r{n}": f"f{n}" for n in range(30)}
    replies = "".join(
        f"      {name}:\n        says: [x{name}]\n        shows: [masks]\n        sets: [{flag}]\n"
        f"        partner: {{when: {flag} and alliance > 0, says: y}}\n"
        f"        alliance: {'+1' if flag > 'f2' else '-1'}\n        coach: c\n"
        f"        goes: [{{when: {flag}, to: told}}, end]\n"
        for name, flag in goes.items()
    )
    text = (
        f"{HEAD}scenes:\n  told:\n    partner: a\n    principle: b\n    stem: c\n    replies:\n{replies}"
        "    otherwise: end\nendings:\n" + ending("end")
    )
    found = told(tmp_path, text)
    assert any("the story has more than 50,000 moves" in fault for fault in found)


def test_several_files_are_checked_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(story())
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.yml").write_text(story())
    (tmp_path / "c.txt").write_text("x")
    (tmp_path / "d.yaml").write_text("a: [")
    told_of: list[tuple[int, int]] = []
    result = examine([tmp_path, tmp_path / "a.yaml"], lambda done, of: told_of.append((done, of)))
    assert result.files == 3
    assert told_of == [(1, 3), (2, 3), (3, 3)]
    assert list(result.faults) == sorted(result.faults)
    said = [str(fault) for fault in result.faults if fault.is_error]
    assert len(said) == 2
    assert "d.yaml:2:1: error: something is missing here, or a bracket" in said[0]
    assert 'b.yml:1:11: error: there is a scenario "the-test" already' in said[1]
    assert result.counts == counts(result.faults)
    assert result.counts.errors == 2


def test_a_path_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    fault = check([tmp_path / "none.yaml"])[0]
    assert "the file cannot be read" in fault.message
    assert files_of([tmp_path]) == ()


def test_chairs_must_face_each_other(tmp_path: Path) -> None:
    one = story().replace("title:", "other_chair: the-other\ntitle:", 1)
    assert any('there is no scenario "the-other" beside this one' in each for each in told(tmp_path, one))
    other = story().replace("scenario: the-test", "scenario: the-other\nother_chair: the-test")
    (tmp_path / "the-other.yaml").write_text(other)
    said = [str(fault) for fault in check([tmp_path])]
    assert sum("is not told from the other chair" in each for each in said) == 2
    (tmp_path / "the-other.yaml").write_text(other.replace("role: client", "role: therapist"))
    assert any("no scene shares a `moment`" in str(fault) for fault in check([tmp_path]))


def test_the_two_starters_have_no_fault_but_notes_also_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(started("one", "client"), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(started("two", "therapist"), encoding="utf-8")
    assert [str(fault) for fault in check([tmp_path]) if fault.severity != "note"] == []
