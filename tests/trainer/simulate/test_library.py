"""The scenarios that come with the program, played by themselves."""

from __future__ import annotations

import pytest

from scenarios.load import read_scenario
from scenarios.places import BUILT_IN
from trainer.simulate import Result, simulate

RUNS, MORE_RUNS = 210, 6_000
"""Plays to begin with, and where chance has left something out; most words are read by then."""
FILES = sorted(BUILT_IN.glob("*.yaml"))


def played(name: str) -> Result:
    scenario = read_scenario(BUILT_IN / f"{name}.yaml").scenario
    assert scenario
    first = simulate(scenario, RUNS)
    return simulate(scenario, MORE_RUNS, 2) if first.never else first


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_every_scene_reply_and_ending_is_reached_and_nobody_lands_where_they_must_not(name: str) -> None:
    result = played(name)
    assert [f"{visit.what} {visit.name}" for visit in result.never] == []
    assert result.unended == 0
    assert result.wrong == ()
