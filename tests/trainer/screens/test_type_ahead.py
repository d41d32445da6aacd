from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from trainer.screens.debrief import DebriefScreen
from trainer.screens.home import HomeScreen

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from tests.trainer.screens.player import Player

GOOD = "You came late and I was hurt."


async def burst(player: Player, *keys: str) -> None:
    """Have keys arrive all at once, as on a slow line."""
    for key in keys:
        player.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await player.pilot.pause(0.3)
    await player.settled()


async def test_a_scene_that_is_opened_gets_what_is_typed_meanwhile(program: Open) -> None:
    async with program() as player:
        assert isinstance(player.screen, HomeScreen)
        await burst(player, "enter", *"hurt")
        assert player.play.box.text == "hurt"


async def test_a_session_that_is_continued_gets_what_is_typed_meanwhile(program: Open) -> None:
    async with program() as player:
        await player.press("enter")
        await player.write("I")
        await player.press("escape", "x")
        await burst(player, "f2", *"was")
        assert player.play.box.text == "Iwas"


async def test_the_search_box_gets_what_is_typed_after_its_key(program: Open) -> None:
    async with program() as player:
        await burst(player, "f3", *"late")
        assert player.screen.query_one("#search", Input).value == "late"


async def test_a_list_that_is_opened_gets_the_number_typed_after_its_key(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await burst(player, "f3", "2")
        assert player.state.moment.attempts


@pytest.mark.parametrize("key", ["f6", "m"])
async def test_a_dialog_gets_the_number_typed_after_its_key(
    program: Open, scenario: Scenario, key: str
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await burst(player, key, "3")
        assert player.screen is player.play
        assert player.state.moment.attempts[-1].contested


async def test_a_file_name_can_be_typed_right_after_its_key(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await burst(player, "f7", "f3", *"talk")
        assert player.screen.query_one("#file", Input).value == "talk"


async def test_enter_in_a_form_leads_to_the_next_line_for_what_follows(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say("It's fine, I had a book.")
        await player.press("g")
        await player.say("I want a message when you are late.")
        await player.press("g")
        assert isinstance(player.screen, DebriefScreen)
        await player.press("f2")
        await burst(player, *"when", "enter", *"then")
        assert [each.value for each in player.screen.query(Input)][:2] == ["when", "then"]
