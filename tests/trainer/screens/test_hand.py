"""Who presses Enter too early, or once too often: what is still typed is no command, and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.trainer.drills.drilled import DRILL
from tests.trainer.screens import scorer
from trainer.drilling import Drilling
from trainer.drills import feedback as drill_feedback
from trainer.screens.debrief import STILL_WRITING, DebriefScreen
from trainer.screens.drill import DrillScreen
from trainer.screens.hand import STILL_TYPING, Hand
from trainer.screens.home import HomeScreen
from trainer.screens.menu import MenuScreen
from trainer.screens.play import PlayScreen
from trainer.screens.transcript import TranscriptScreen
from trainer.widgets.desk import NOT_CHOSEN
from trainer.widgets.picks import Picks

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open

GOOD = "You came late and I was hurt."
SHOWS_NOTHING = "Xqzt vvk."
"""Words that are not understood."""


@pytest.fixture
def busy_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hand that does not rest for as long as a test lasts."""
    monkeypatch.setattr("trainer.screens.hand.REST", 600.0)


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


@pytest.mark.usefixtures("busy_hand")
async def test_letters_that_are_typed_on_are_no_commands(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        for letter in ("x", "t", "m", "w", "g", "r", "o", "b", "space", "enter", "1"):
            await player.press(letter)
            assert isinstance(player.screen, PlayScreen)
            assert player.state.phase == "feedback"
        assert player.sees(STILL_TYPING)


@pytest.mark.usefixtures("busy_hand")
async def test_function_keys_and_esc_work_at_once_and_letters_after_them(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("t", "f7")
        assert isinstance(player.screen, TranscriptScreen)
        await player.press("escape")
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("escape")
        assert isinstance(player.screen, MenuScreen)
        await player.press("x")
        assert isinstance(player.screen, HomeScreen)


@pytest.mark.usefixtures("busy_hand")
async def test_after_a_pick_letters_are_commands_at_once(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "2", "t")
        assert player.state.phase == "responding"


async def test_a_hand_that_has_rested_gives_commands(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("t")
        assert player.state.phase == "responding"
        assert not player.sees(STILL_TYPING)


@pytest.mark.usefixtures("busy_hand")
async def test_what_is_typed_on_where_the_words_come_back_to_be_changed_is_text(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say(SHOWS_NOTHING)
        assert player.state.phase == "rephrasing"
        await player.write(" I was sad")
        assert player.typed() == f"{SHOWS_NOTHING} I was sad"


@pytest.mark.usefixtures("busy_hand")
async def test_numbers_that_are_typed_on_choose_nothing(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(SHOWS_NOTHING)
        await player.say(" wrrgl")
        assert player.state.phase == "offering"
        await player.press("2", "enter")
        assert player.state.phase == "offering"


@pytest.mark.usefixtures("busy_hand")
async def test_in_a_drill_too(program: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drill_feedback, "explain", scorer.explain)
    async with program() as player:
        player.app._practise(Drilling(DRILL))
        await player.settled()
        await player.say("I was hurt when you came late.")
        await player.press("t", "w", "k", "enter", "space")
        assert isinstance(player.screen, DrillScreen)
        assert player.screen.practice.state.phase == "feedback"
        assert player.sees(STILL_TYPING)


@pytest.mark.usefixtures("busy_hand")
async def test_letters_do_nothing_in_a_debrief_that_just_opened(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "1", "g", "1", "g")
        assert isinstance(player.screen, DebriefScreen)
        for letter in ("p", "b", "r", "enter", "space"):
            await player.press(letter)
            assert isinstance(player.screen, DebriefScreen)
        assert player.told().count(STILL_WRITING) == 1
        await player.press("f7")
        assert isinstance(player.screen, TranscriptScreen)


async def test_letters_in_the_midst_of_words_do_nothing_in_a_debrief(
    program: Open, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(scenario) as player:
        await player.press("f3", "1", "g", "1", "g")
        monkeypatch.setattr("trainer.screens.hand.REST", 600.0)
        await player.press("W", "h", "a", "t", "space", "h", "e", "l", "p")
        assert isinstance(player.screen, DebriefScreen)
    monkeypatch.setattr("trainer.screens.hand.REST", 0.0)
    async with program(scenario) as player:
        await player.press("f3", "1", "g", "1", "g", "p")
        assert isinstance(player.screen, PlayScreen)


def test_each_letter_makes_the_rest_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("trainer.screens.hand.REST", 1.0)
    monkeypatch.setattr("trainer.screens.hand.monotonic", lambda: now)
    hand = Hand()
    assert not hand.is_typing(key("t"))
    hand.said()
    now = 200.0
    assert hand.is_typing(key("t"))
    hand.heard()
    now = 200.9
    assert hand.is_typing(key("t"))
    now = 201.8
    assert hand.is_typing(key("t"))
    assert not hand.is_typing(key("pagedown"))
    now = 202.9
    assert not hand.is_typing(key("t"))


# One Enter too many


async def test_one_enter_too_many_says_nothing(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "2", "g")
        moment = player.state.moment
        assert player.state.phase == "responding"
        await player.press("enter", "enter", "enter")
        assert player.state.moment == moment
        assert player.sees(NOT_CHOSEN)
        await player.press("down", "enter")
        assert player.state.phase == "feedback"


async def test_after_a_retry_the_list_has_nothing_lit(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "down", "down", "enter", "t", "enter")
        assert len(player.state.moment.attempts) == 1
        assert player.state.phase == "responding"


async def test_the_line_that_was_gone_to_stays_lit_through_a_hint(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3")
        assert player.sees("1-3 Pick one")
        await player.press("down", "down", "f2")
        assert player.sees("Enter Pick it")
        lit = player.play._view.options[1].says
        await player.press("enter")
        assert player.state.moment.attempts[-1].text == lit


async def test_what_enter_would_say_is_not_told_by_colour_alone(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "down")
        lit = player.screen.query_one(Picks).get_component_styles("option-list--option-highlighted")
        assert lit.text_style.bold


async def test_from_the_list_of_meanings_too(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("m", "enter")
        assert not isinstance(player.screen, PlayScreen | DebriefScreen)
        await player.press("down", "enter")
        assert player.state.moment.attempts[-1].contested
