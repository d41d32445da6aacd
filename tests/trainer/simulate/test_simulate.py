from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scenarios.load import parse_scenario
from tests.scenarios.stories import ending, scene, story
from trainer.simulate import Result, simulate
from trainer.simulate.told import lines_of

if TYPE_CHECKING:
    from scenarios.model import Scenario


def scenario(text: str) -> Scenario:
    loaded = parse_scenario(text)
    assert loaded.scenario, loaded.faults
    return loaded.scenario


@pytest.fixture(scope="module")
def good() -> Result:
    return simulate(scenario(story()), 280)


def test_everything_is_reached_and_everybody_lands_where_they_may(good: Result) -> None:
    assert (good.never, good.wrong, good.unended, good.alarming) == ((), (), 0, ())
    assert good.is_good
    times = {visit.name: visit.times for visit in good.visits}
    assert times["told"] == good.plays == 280
    assert times["repaired"] + times["lost"] == 280


def test_half_of_the_plays_are_random_and_the_characters_share_the_rest(good: Result) -> None:
    plays = {each.name: each.plays for each in good.landed}
    assert plays["random"] == 140
    assert [plays[each] for each in ("honest", "appeaser", "stuffer", "learner")] == [20] * 4


def test_characters_end_with_profiles_of_their_own(good: Result) -> None:
    profiles = {each.name: each.profile for each in good.landed}
    assert profiles["honest"]["honesty"] > 0.4 > profiles["avoider"]["honesty"]
    assert profiles["attacker"]["aggression"] > 0.8
    assert profiles["appeaser"]["withdrawal"] > 0.5


def test_the_same_seed_gives_the_same_plays() -> None:
    told = scenario(story())
    assert simulate(told, 60, 7) == simulate(told, 60, 7)
    assert simulate(told, 60, 7).visits != simulate(told, 60, 8).visits


def test_what_is_never_reached_is_told() -> None:
    goes = {"name-it": "repaired", "ask": "repaired", "smooth-over": "lost"}
    apart = scene("apart", goes, "lost")
    result = simulate(scenario(story(scene("told", goes, "lost") + apart)), 100)
    assert [visit.name for visit in result.never] == [
        "apart", "apart.name-it", "apart.ask", "apart.smooth-over", "apart.otherwise",
    ]  # fmt: skip
    assert not result.is_good
    assert "never reached: the reply apart.ask" in list(lines_of(result))


def test_a_story_that_rewards_smoothing_over_is_told() -> None:
    goes = {"name-it": "lost", "ask": "lost", "smooth-over": "repaired"}
    result = simulate(scenario(story(scene("told", goes, "lost"))), 140)
    assert any(
        said.startswith('the appeaser reaches the repaired ending "repaired"') for said in result.wrong
    )
    assert any(said.startswith("the honest character reaches no repaired or open") for said in result.wrong)
    assert not result.is_good


def test_a_story_that_goes_round_for_ever_is_given_up() -> None:
    goes = {"name-it": "told", "ask": "told", "smooth-over": "[{when: alliance > 4, to: lost}, told]"}
    result = simulate(scenario(story(scene("told", goes, "told"), ending("lost", "lost"))), 14)
    assert result.unended == 14
    assert any("went on and on" in line for line in lines_of(result))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    simulate(scenario(story()), 3, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
