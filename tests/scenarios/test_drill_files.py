"""The drills that come with the program."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from scenarios.drill_library import DrillLibrary
from scenarios.places import BUILT_IN, BUILT_IN_DRILLS
from scenarios.source import read_source
from scenarios.tree import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scenarios.drill import Drill

DRILLS = DrillLibrary([BUILT_IN_DRILLS]).drills()
SHORT = 4
"""Words; what is shorter, such as "I was hurt.", may be said by anyone."""


def sentences(file: Path) -> Iterator[str]:
    for text in texts_of(read_source(file).root):
        for sentence in re.split(r"(?<=[.?!])\s+", text.text):
            words = re.findall(r"[\w']+", sentence.casefold().replace("’", "'"))
            if len(words) >= SHORT:
                yield " ".join(words)


def test_there_are_two_drills_a_role_without_a_fault() -> None:
    assert [drill.role for drill in DRILLS] == ["client", "client", "therapist", "therapist"]
    assert {drill.skill for drill in DRILLS} == {"names_feeling", "states_need", "owns_part", "explores"}
    assert not DrillLibrary([BUILT_IN_DRILLS]).faults()


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
def test_each_has_five_lines_a_level_with_all_that_feedback_needs(drill: Drill) -> None:
    assert Counter(line.level for line in drill.lines) == {1: 5, 2: 5, 3: 5}
    for line in drill.lines:
        assert len(set(line.strong)) == 2, line.id
        assert line.weak not in line.strong
        assert drill.skill in line.calls_for
        assert any(drill.skill in sample.labels for sample in line.marked), line.id
        assert any(drill.skill not in sample.labels for sample in line.marked), line.id


def test_no_sentence_of_a_drill_stands_twice_in_the_library() -> None:
    stories = {said for file in BUILT_IN.glob("*.yaml") for said in sentences(file)}
    drilled = Counter(said for file in BUILT_IN_DRILLS.glob("*.yaml") for said in sentences(file))
    assert [said for said, times in drilled.items() if times > 1 or said in stories] == []
