"""Lets the characters play a scenario many times. The same seed gives the same plays."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice
from random import Random
from typing import TYPE_CHECKING

from scenarios.players.characters import CHARACTERS, stock_of
from scoring.profile import profile
from trainer.play.step import begin, start, step
from trainer.play.world import verdicts
from trainer.simulate.ears import Ears
from trainer.simulate.player import Player
from trainer.simulate.result import Result, Tally

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.players.characters import Character, Name
    from trainer.play.state import State

Progress = Callable[[int, int], None]
"""Told how many plays are done, and of how many."""

MOST_MOMENTS = 60
"""A play that has not ended after so many moments is given up."""
MOST_EVENTS = 600


def simulate(scenario: Scenario, runs: int, seed: int = 1, progress: Progress | None = None) -> Result:
    """Play a scenario `runs` times: half of the plays are random, the characters share the other half."""
    tally, ears = Tally(scenario), Ears(scenario)
    stocks = {scene.id: stock_of(scenario, scene) for scene in scenario.scenes.values()}
    opened = start(scenario, begin(scenario))
    chance = Random(seed)  # noqa: S311 - the plays must be the same each time
    for number, character in enumerate(islice(_turns(), runs), 1):
        _played(opened, Player(character, stocks, ears, chance), tally)
        if progress:
            progress(number, runs)
    return tally.result(seed, ears.alarming)


def _turns() -> cycle[Character]:
    """Return who plays next: a random player before each character."""
    random, *others = CHARACTERS.values()
    return cycle([who for each in others for who in (random, each)])


def _played(state: State, player: Player, tally: Tally) -> None:
    """Play once, and count."""
    name = player.character.name
    tally.plays[name] += 1
    tally.scenes[state.moment.scene] += 1
    for _ in range(MOST_EVENTS):
        if state.phase == "ended" or len(state.passed) >= MOST_MOMENTS:
            break
        state = _moved(state, player, tally)
    if state.phase == "ended":
        tally.endings[name, state.ending] += 1
    else:
        tally.unended += 1
    _measured(state, name, tally)


def _moved(state: State, player: Player, tally: Tally) -> State:
    """Let the player do one thing, and count what is new."""
    event = player.does(state)
    after = step(state, event)
    if len(after.passed) > len(state.passed):
        tally.scenes[after.moment.scene] += 1
    elif len(after.moment.attempts) > len(state.moment.attempts):
        tally.replies[after.moment.scene, after.moment.attempts[-1].reply] += 1
    return after


def _measured(state: State, name: Name, tally: Tally) -> None:
    """Add the profile at the end of a play to those of its character."""
    said = verdicts(state.scenario, state.path)
    if said:
        for axis, value in profile(said, state.scenario.role).items():
            tally.profiles[name, axis] += value
        tally.measured[name] += 1
