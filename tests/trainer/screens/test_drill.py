from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.frames import same_frame
from tests.trainer.drills.drilled import DRILL
from tests.trainer.screens import scorer
from tests.trainer.screens.test_frames import file
from trainer.drilling import Drilling
from trainer.drills import feedback as drill_feedback
from trainer.practice import Practice, today
from trainer.screens.crisis import CrisisScreen
from trainer.screens.drill import DrillScreen
from trainer.screens.drill_shelf import DrillShelf
from trainer.screens.home import HomeScreen
from trainer.screens.menu import MenuScreen

if TYPE_CHECKING:
    from tests.trainer.screens.conftest import Open
    from tests.trainer.screens.player import Player
    from trainer.store import Opened

GOOD, BAD = "I was hurt, and you came late.", "It's fine."


@pytest.fixture(autouse=True)
def fake_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drill_feedback, "explain", scorer.explain)


async def begin(player: Player, lines: int = 6) -> DrillScreen:
    """Open the drill of the tests."""
    player.app._practise(Drilling(DRILL, lines))
    await player.settled()
    assert isinstance(player.screen, DrillScreen)
    return player.screen


async def test_home_lists_the_drills_with_what_is_due_today(program: Open, opened: Opened) -> None:
    shelf = DrillShelf(opened.store.cards)
    shelf.read()
    drill = shelf.drill("explores")
    assert drill
    practice = Practice(drill, opened.store, day=today() - 1)
    practice.say("It's fine.")
    async with program(size=(100, 60)) as player:
        assert player.sees("Drills one line, one answer, and again")
        assert player.sees("Ask and be curious 1 due today you are the therapist; asking with open curiosity")
        assert player.sees("Say what you feel you are the client")
        await player.press("end")
        await player.press("enter")
        assert isinstance(player.screen, DrillScreen)
        assert player.sees("Own your part")
        await player.press("escape", "x")
        assert isinstance(player.screen, HomeScreen)


async def test_a_search_finds_drills_too(program: Open) -> None:
    async with program() as player:
        await player.write("curious")
        await player.settled()
        assert player.sees("Ask and be curious")
        assert not player.sees("Own your part")


async def test_a_line_is_answered_tried_again_and_judged(program: Open) -> None:
    async with program(size=(80, 50)) as player:
        screen = await begin(player)
        assert player.sees("You sit down.")
        assert player.sees("So, how are we?")
        await player.say(BAD)
        assert player.sees("!¹ says that all is well")
        assert player.sees("Your words with one small change")
        assert player.sees("+ strong I feel sad today")
        assert player.sees("− weak Fine.")
        await player.press("t")
        assert player.typed() == BAD
        await player.say(GOOD)
        assert player.sees("Try 1")
        assert player.sees("Try 2, now")
        assert player.sees("✓")
        await player.press("g")
        assert player.sees("How was that one?")
        await player.press("1")
        assert screen.practice.state.level == 2
        assert player.sees("line 2 · level 2 of 3")
        assert player.typed() == ""


async def test_enter_goes_all_the_way_with_good_as_the_answer(program: Open) -> None:
    async with program(size=(80, 60)) as player:
        screen = await begin(player, lines=1)
        await player.say(GOOD)
        await player.press("enter", "enter")
        assert (screen.practice.state.phase, screen.practice.state.level) == ("ended", 1)
        assert player.sees("You practised 1 line; in 1 of them the skill was there at the end.")
        await player.press("enter")
        assert isinstance(player.screen, HomeScreen)


async def test_a_line_that_went_badly_comes_back(program: Open) -> None:
    async with program(size=(80, 60)) as player:
        await begin(player)
        for answer in (BAD, GOOD, GOOD, GOOD):
            await player.say(answer)
            await player.press("g", "2")
        assert player.sees("This line comes back: it was a hard one before.")


async def test_hints_and_another_line(program: Open) -> None:
    async with program() as player:
        screen = await begin(player)
        first = screen.practice.state.turn.line
        await player.press("f2")
        assert player.sees(f"I feel {first} ...")
        await player.press("f6")
        assert screen.practice.state.turn.line != first


async def test_words_of_danger_stop_and_one_can_go_on(program: Open) -> None:
    async with program() as player:
        screen = await begin(player)
        await player.say("I will kill myself.")
        assert isinstance(player.screen, CrisisScreen)
        await player.press("3")
        assert player.screen is screen
        assert player.typed() == "I will kill myself."
        assert screen.practice.state.turn.attempts == ()


async def test_what_cannot_be_read_is_told_and_pause_leaves(program: Open) -> None:
    async with program() as player:
        screen = await begin(player)
        await player.press("enter")
        assert player.sees("Type a few words first.")
        await player.say("xq")
        assert player.sees("I could not follow that")
        assert player.typed() == "xq"
        await player.press("escape")
        assert isinstance(player.screen, MenuScreen)
        await player.press("escape")
        screen.box.fill("")
        await player.say("pause")
        assert isinstance(player.screen, HomeScreen)


@pytest.mark.parametrize("size", [(50, 15), (120, 40)])
async def test_it_fits_small_and_wide_terminals(program: Open, size: tuple[int, int]) -> None:
    async with program(size=size) as player:
        await begin(player)
        await player.say(GOOD)
        assert player.sees("I was hurt")
        assert all(len(line) <= size[0] for line in player.lines())


async def test_a_drill_says_why_it_was_read_like_this(program: Open) -> None:
    async with program(size=(80, 40)) as player:
        screen = await begin(player)
        assert not screen.can("why")
        await player.say(BAD)
        await player.press("w")
        assert player.sees("Why it was read like this")
        assert player.sees("says that all is well")
        await player.press("escape")
        assert player.screen is screen


async def test_what_was_meant_counts_and_is_kept_for_the_author(program: Open, opened: Opened) -> None:
    async with program(size=(80, 40)) as player:
        screen = await begin(player)
        await player.say(BAD)
        await player.press("f6")
        assert "Thank you. It counts as you meant it" in player.told()
        assert screen.practice.state.went_well(screen.practice.state.turn)
        assert not screen.can("meant")
    (kept,) = opened.store.contests()
    assert (kept.scenario, kept.text, kept.meant) == (DRILL.id, BAD, DRILL.skill)
    assert not any(card.is_due(today() + 1) for card in opened.store.cards())


@pytest.mark.parametrize("size", [(80, 24), (50, 15)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frames(program: Open, size: tuple[int, int]) -> None:
    async with program(size=size) as player:
        await begin(player)
        await player.press("f2")
        await player.write("I was")
        same_frame(file("drill", size), player.frame())
        await player.press("ctrl+u")
        await player.say(GOOD)
        same_frame(file("drill-feedback", size), player.frame())


async def test_letters_leave_the_numbers_of_how_hard_it_was_alive(program: Open) -> None:
    for answer in ("2", "enter"):
        async with program() as player:
            screen = await begin(player)
            await player.say(GOOD)
            await player.press("f3", "g")
            assert screen.practice.state.phase == "judging"
            await player.write("agn, tell me more")
            await player.press(answer)
            assert screen.practice.state.phase == "responding"
            assert screen.box.text == ""


async def test_pause_leaves_from_the_feedback_and_from_how_hard_it_was(program: Open) -> None:
    for key in ("pagedown", "g"):
        async with program() as player:
            await begin(player)
            await player.say(GOOD)
            await player.press(key)
            await player.write("pause")
            await player.press("enter")
            assert isinstance(player.screen, HomeScreen)
