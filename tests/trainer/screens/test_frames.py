from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.frames import same_frame
from tests.trainer.screens.test_debrief import to_the_end

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open

FRAMES = Path(__file__).parent / "frames"
SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 40), (50, 15)], ids=lambda size: f"{size[0]}x{size[1]}"
)


def file(name: str, size: tuple[int, int]) -> Path:
    return FRAMES / f"{name}-{size[0]}x{size[1]}.txt"


@SIZES
async def test_home(program: Open, size: tuple[int, int]) -> None:
    async with program(size=size) as player:
        same_frame(file("home", size), player.frame())


@SIZES
async def test_play(program: Open, scenario: Scenario, size: tuple[int, int]) -> None:
    async with program(scenario, size=size) as player:
        await player.press("f2")
        await player.write("You came la")
        same_frame(file("play", size), player.frame())


@SIZES
async def test_feedback(program: Open, scenario: Scenario, size: tuple[int, int]) -> None:
    async with program(scenario, size=size) as player:
        await player.say("It's fine, I had a book.")
        await player.press("t")
        await player.say("You came late and I was hurt.")
        same_frame(file("feedback", size), player.frame())


@SIZES
async def test_debrief(program: Open, scenario: Scenario, size: tuple[int, int]) -> None:
    async with program(scenario, size=size) as player:
        await to_the_end(player)
        same_frame(file("debrief", size), player.frame())
