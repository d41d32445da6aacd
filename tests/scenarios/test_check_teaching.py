from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scenarios.check import check
from scenarios.check.subject import Subject
from scenarios.check.teaching import check as teaching
from scenarios.check.teaching import levels, options, sameness, stuffing
from scenarios.check.teaching.prose import grade, sentences, syllables, words
from scenarios.load import parse_scenario
from tests.scenarios.stories import ending, scene, story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from scenarios.faults import Fault

GOES = {"name-it": "repaired", "ask": "repaired", "smooth-over": "lost"}


def told(text: str, family: Callable[[Subject], Iterator[Fault]] = teaching) -> list[str]:
    loaded = parse_scenario(text)
    assert loaded.scenario, loaded.faults
    assert loaded.source
    return [str(fault).removeprefix("<text>:") for fault in family(Subject(loaded.scenario, loaded.source))]


def without_stuffing(text: str) -> list[str]:
    return [fault for fault in told(text) if "only lists key words" not in fault]


def test_a_good_story_teaches_well() -> None:
    assert without_stuffing(story()) == []


def three_scenes() -> str:
    names = ("told", "asked", "late")
    nexts = ("asked", "late", "repaired")
    scenes = "".join(
        scene(name, {"name-it": to, "ask": to, "smooth-over": "lost"}, to)
        for name, to in zip(names, nexts, strict=True)
    )
    return story(scenes)


def test_the_longest_option_that_is_always_best_is_told() -> None:
    rewarded = three_scenes().replace(
        "        shows: [names_feeling, describes_event]", "        alliance: 2"
    )
    rewarded = rewarded.replace("        alliance: 2", "        alliance: 2\n        shows: [names_feeling]")
    long = rewarded.replace("It's fine, shall we start?", "Fine.")
    (fault,) = told(long.replace("I noticed your face", "A minute ago I noticed your face"), options.check)
    assert "the longest option is the best one in 3 of 3 scenes; let a short saying" in fault
    longer = rewarded.replace("It's fine, shall we", f"It's fine, {'it is all fine with me, ' * 4}shall we")
    assert told(longer, options.check) == []


def test_a_list_of_key_words_that_reaches_a_good_ending_is_told() -> None:
    everything = dict.fromkeys(GOES, "repaired")
    (fault,) = told(story(scene("told", everything, "repaired"), ending("repaired")), stuffing.check)
    assert "somebody who only lists key words" in fault
    assert 'reaches the ending "repaired"' in fault


def test_a_story_that_never_repairs_is_told() -> None:
    text = story(endings=ending("repaired", "open") + ending("lost", "lost"))
    assert any("warning: no path of this story repairs; let one lead to" in fault for fault in told(text))


def test_a_pitfall_without_a_consequence_is_told() -> None:
    goes = dict.fromkeys(GOES, "repaired")
    text = story(scene("told", goes, "repaired"), ending("repaired"))
    faults = [fault for fault in told(text) if "consequence" in fault]
    assert len(faults) == 1
    assert '"masks" is never met with a consequence; let it lower the alliance' in faults[0]
    costly = text.replace("shows: [masks]", "shows: [masks]\n        alliance: -1")
    assert not [fault for fault in told(costly) if "consequence" in fault]


def test_the_partner_who_says_the_same_on_two_paths_is_told() -> None:
    text = story().replace("A concert. I see. (opened)", "A concert. I see. (told)")
    (fault,) = told(text, sameness.check)
    assert 'the partner says the same in line 15: "A concert. I see. (told)"' in fault
    assert told(story().replace("A concert. I see.", "I see."), sameness.check) == []


def test_lines_of_which_only_one_is_said_may_share_a_sentence() -> None:
    lines = "[{when: seen told, says: She looks at you for a long time.}, She looks at you for a long time.]"
    text = story().replace("    text: You said it.", f"    text: {lines}", 1)
    assert told(text, sameness.check) == []
    twice = text.replace("    text: You said it.", "    text: She looks at you for a long time.")
    assert "this sentence stands in line" in told(twice, sameness.check)[0]


def test_coaching_that_is_too_hard_to_read_is_told() -> None:
    hard = (
        "Articulating vulnerability facilitates collaborative renegotiation of interpersonal expectations, "
        "notwithstanding considerable apprehension regarding potential consequences."
    )
    (fault,) = told(story().replace("At told you said name-it.", hard), levels.check)
    assert "years of school, and somebody of 13 must read it; use shorter sentences" in fault
    assert "such as for articulating, vulnerability, facilitates" in fault


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: The test", f"title: {'very ' * 12}long", "this title has 13 words; use at most 9"),
        ("goes: opened", f"goes: opened\n        partner: {'no ' * 90}", "line of the partner has 90 words"),
        ("At told you said name-it.", "Well.", "this piece of coaching has 1 words; use at least 3"),
    ],
)
def test_a_length_out_of_range_is_told(old: str, new: str, said: str) -> None:
    assert any(said in fault for fault in told(story().replace(old, new, 1)))


def test_an_example_that_would_stop_the_play_is_told() -> None:
    more = "    strong: [I want to kill myself., I felt hurt when you looked away.]"
    text = story(scene("told", GOES, "repaired", more))
    assert any("error: the scorer takes this example for words of danger" in fault for fault in told(text))


def test_a_sentence_that_stands_in_another_scenario_is_told(tmp_path: Path) -> None:
    (tmp_path / "the-test.yaml").write_text(story(), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(story().replace(": the-test", ": two"), encoding="utf-8")
    faults = [fault for fault in check([tmp_path]) if "of the-test.yaml too" in fault.message]
    assert {fault.file for fault in faults} == {str(tmp_path / "two.yaml")}
    assert 0 < len(faults) <= 10
    assert "Last week you cancelled a session to go to a conc" in faults[0].message


def test_the_two_chairs_may_share_their_sentences(tmp_path: Path) -> None:
    one = story().replace("opening:", "other_chair: two\nopening:")
    two = one.replace("scenario: the-test", "scenario: two").replace("chair: two", "chair: the-test")
    (tmp_path / "the-test.yaml").write_text(one, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(two, encoding="utf-8")
    assert not [fault for fault in check([tmp_path]) if "this sentence stands" in fault.message]


@pytest.mark.parametrize(
    ("word", "count"),
    [("feel", 1), ("table", 2), ("made", 1), ("wanted", 2), ("honest", 2), ("therapist", 3), ("she", 1),
     ("misunderstanding", 5), ("houses", 2), ("looked", 1), ("rhythm", 1), ("a", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_grades_of_reading() -> None:
    assert grade("You said what hurt. She can hear it.") < 3
    assert grade("") == 0
    assert grade("Considerable apprehension characterises the negotiation of interpersonal boundaries.") > 15
    assert sentences("One. Two? “Three!” She said so") == ("One.", "Two?", "“Three!”", "She said so")
    assert words("I don’t know, 12 o'clock") == ("i", "don't", "know", "12", "o'clock")
