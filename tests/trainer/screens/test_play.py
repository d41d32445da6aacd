from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import OptionList

from trainer.screens.back import BackScreen
from trainer.screens.crisis import CrisisScreen
from trainer.screens.debrief import DebriefScreen
from trainer.screens.hand import PAUSE_TYPED
from trainer.screens.home import HomeScreen
from trainer.screens.menu import MenuScreen
from trainer.screens.play import PlayScreen
from trainer.screens.speaking_room import PATIENCE
from trainer.screens.why import WhyScreen

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from trainer.store import Opened

GOOD = "You came late and I was hurt."


async def test_typed_words_are_read_and_answered(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        assert player.sees("Right, come in, come in.")
        await player.say(GOOD)
        assert player.state.phase == "feedback"
        assert player.sees("Oh. Yes. I ran in and began.")
        assert player.sees("says what you feel")


async def test_words_are_lit_and_numbered(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        assert player.sees("You came late¹ and I was hurt².")
        assert player.sees("✓² says what you feel “hurt”")


async def test_feedback_tells_what_was_missing_and_one_thing_to_try(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario, size=(120, 60)) as player:
        await player.say("It's fine, I had a book.")
        assert player.sees("!¹ says that all is well")
        assert player.sees("What was missing")
        assert player.sees("A way to begin: Something in me ...")
        assert player.sees("→ Say it in one breath.")
        assert player.sees("+ strong You came ten minutes late")
        assert player.sees("− weak So anyway, last week.")


async def test_several_lines_can_be_typed(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.write("You came late.")
        await player.press("ctrl+n")
        await player.say("I was hurt.")
        assert player.state.moment.attempts[-1].text == "You came late.\nI was hurt."


async def test_a_paste_is_cleaned_and_kept_in_full(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        player.app.post_message(events.Paste("You came late.\x1b]52;c;eA==\x07\nI was hurt.\u202e"))
        await player.settled()
        assert player.typed() == "You came late.]52;c;eA==\nI was hurt."


@pytest.mark.parametrize("key", ["3", "down,down,enter"])
async def test_a_reply_can_be_picked(program: Open, scenario: Scenario, key: str) -> None:
    async with program(scenario) as player:
        await player.press("f3", *key.split(","))
        assert player.state.phase == "feedback"
        assert player.state.moment.attempts[-1].how == "picked"


async def test_letters_typed_in_the_list_go_to_the_box(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3")
        await player.write("hxo ")
        await player.say("I was hurt, you came late.")
        assert player.state.moment.attempts[-1].text == "hxo I was hurt, you came late."


async def test_the_list_stays_open_from_moment_to_moment(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f3", "2", "g")
        assert player.sees("1 ")
        await player.press("1")
        assert player.state.phase == "feedback"


async def test_trying_again_shows_both_attempts_with_both_reactions(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say("It's fine, I had a book.")
        await player.press("t")
        assert player.typed() == "It's fine, I had a book."
        await player.say(GOOD)
        assert len(player.state.moment.attempts) == 2
        frame = player.frame()
        assert "Try 1" in frame
        assert "Try 2, now" in frame
        assert "Good, good. So, your week." in frame
        assert "Since your last try" in frame


async def test_enter_reads_on_to_the_end_and_only_then_goes_on(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("Could we begin later, then?")
        assert player.sees("Enter Read on")
        pages = 0
        while player.state.phase == "feedback" and pages < 20:
            await player.press("enter")
            pages += 1
        assert pages > 1
        assert player.state.phase == "responding"


async def test_hints_come_one_after_the_other(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        for shown in (
            "A small thing that is said",
            "When you came in just now",
            "forgotten in that corridor",
        ):
            assert not player.sees(shown)
            await player.press("f2")
            assert player.sees(shown)
        assert not player.sees("F2 Hint")


async def test_why_names_words_pattern_and_source(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("I was hurt.")
        await player.press("w")
        assert isinstance(player.screen, WhyScreen)
        for shown in (
            "Words: “hurt”",
            "From: “Why does my therapist",
            "For authors: test.names_feeling 0.80, advice D4",
        ):
            assert player.sees(shown)
        assert "doc-003" not in player.frame()
        await player.press("escape")
        assert isinstance(player.screen, PlayScreen)


async def test_from_why_one_can_say_what_was_meant(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("I was hurt.")
        await player.press("w")
        assert player.sees("M I meant it")
        await player.press("m")
        assert player.sees("What did you mean?")


async def test_i_meant_it_changes_what_was_heard_and_is_kept(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    async with program(scenario) as player:
        await player.say("It's fine, I had a book.")
        await player.press("m", "tab")
        await player.write("irony")
        await player.press("enter", "3")
        assert player.state.moment.attempts[-1].contested
        assert [each.note for each in opened.store.contests()] == ["irony"]


async def test_step_back_takes_up_an_earlier_moment(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g", "f8")
        assert player.sees("You: You came late and I was hurt.")
        await player.press("enter")
        assert player.state.moment.scene == "door"
        assert player.state.phase == "responding"


async def test_the_step_back_list_takes_a_key_at_once(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        for key in ("f8", "enter"):
            player.app.post_message(events.Key(key, None))
        await player.pilot.pause(0.3)
        await player.settled()
        assert player.state.moment.scene == "door"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15)], ids=str)
async def test_each_line_of_the_step_back_list_is_short_and_whole(
    program: Open, scenario: Scenario, size: tuple[int, int]
) -> None:
    long = "You came late and I was hurt, and I would like to know what it was that kept you so very long."
    async with program(scenario, size=size) as player:
        await player.say(long)
        await player.press("g", "f8")
        moments = player.screen.query_one(OptionList)
        assert moments.virtual_size.height == 2
        shown = next(line for line in player.lines() if "You: " in line).split("You: ")[1].rstrip(" │")
        assert shown.endswith("…")
        assert long.startswith(f"{shown[:-1]}{long[len(shown) - 1]}")
        assert not long[len(shown) - 1].isalpha()


async def test_a_strong_answer_is_called_so_and_nothing_is_missing(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(120, 60)) as player:
        await player.say(GOOD)
        assert player.sees("What was strong")
        for absent in ("What was missing", "One thing to try", "Your words with one small change"):
            assert not player.sees(absent)


async def test_a_near_tie_is_asked_about_and_costs_nothing(
    program: Open, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scenarios.finding import Found
    from trainer.play import read

    tie = Found("near_tie", None, ("name-it", "ask"), 0.5)
    monkeypatch.setattr(read, "find_reply", lambda *_: tie)
    async with program(scenario) as player:
        await player.say("You came late, could we add it?")
        assert player.state.phase == "clarifying"
        assert player.sees("Which one did you mean?")
        await player.press("2")
        assert player.state.moment.attempts[-1].reply == "ask"
        assert player.state.moment.attempts[-1].text == "You came late, could we add it?"


async def test_words_not_understood_stay_in_the_box(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("wx yz")
        assert player.state.phase == "rephrasing"
        assert player.typed() == "wx yz"
        await player.press("enter")
        assert player.state.phase == "offering"
        assert player.sees("None of these")


async def test_an_empty_box_is_no_response(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("enter")
        assert player.sees("Type a few words first")
        assert not player.state.moment.attempts


@pytest.mark.parametrize("keys", [("escape", "x"), ("alt+x",), ("f2", "escape", "x"), ("f7", "escape", "x")])
async def test_escape_and_x_leave_at_once_and_keep_the_words(
    program: Open, scenario: Scenario, opened: Opened, keys: tuple[str, ...]
) -> None:
    async with program(scenario) as player:
        await player.write("Half a sen")
        await player.press(*keys)
        assert isinstance(player.screen, HomeScreen)
        row = opened.store.unfinished()
        assert row
        assert row.draft == "Half a sen"
        assert player.sees("Continue: The late start")


async def test_typing_pause_leaves(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("pause")
        assert isinstance(player.screen, HomeScreen)


async def test_x_is_a_letter_while_typing(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("f7", "escape")
        await player.write("ax")
        assert player.typed() == "ax"


async def test_the_menu_offers_what_can_be_done_a_letter_each(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("escape")
        assert isinstance(player.screen, MenuScreen)
        assert player.sees("Leave at once.")
        await player.press("h")
        assert player.sees("The idea")


async def test_words_of_danger_stop_the_scene_and_are_nowhere_kept(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    async with program(scenario) as player:
        await player.say("I want to kill myself")
        assert isinstance(player.screen, CrisisScreen)
        assert player.sees("findahelpline.com")
        assert not player.state.moment.attempts
        await player.press("escape")
        assert isinstance(player.screen, CrisisScreen)
        await player.press("3")
        assert player.typed() == "I want to kill myself"
        await player.pilot.pause(0.4)
        row = opened.store.unfinished()
        assert row
        assert row.draft == ""


async def test_leaving_from_the_crisis_screen_goes_home(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say("I want to kill myself")
        await player.press("1")
        assert isinstance(player.screen, HomeScreen)
        assert not player.sees("Continue:")


async def test_a_draft_is_there_again_after_a_start(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        await player.write("Could we agr")
        await player.pilot.pause(0.4)
    row = opened.store.unfinished()
    assert row
    async with program() as player:
        await player.press("f2")
        assert player.state.moment.scene == "opened"
        assert player.typed() == "Could we agr"


async def test_a_session_in_the_midst_of_feedback_is_taken_up_there(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
    async with program() as player:
        await player.press("enter")
        await player.settled()
        assert player.sees("✓¹ points to what happened")


async def test_everything_in_the_footer_works_by_mouse(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.write(GOOD)
        await player.click_key("Say it")
        assert player.state.phase == "feedback"
        await player.click_key("Try again")
        assert player.state.phase == "responding"
        await player.click_key("Menu")
        assert isinstance(player.screen, MenuScreen)


async def test_the_end_opens_the_debrief(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        await player.say("I want a message when you are late.")
        await player.press("g")
        assert isinstance(player.screen, DebriefScreen)


async def test_private_play_says_so_and_keeps_nothing(program: Open, scenario: Scenario) -> None:
    from trainer.store import open_store

    async with program(scenario, store=open_store(private=True), private=True) as player:
        await player.press("enter")
        assert player.sees("private · moment 1")


async def test_words_of_danger_in_a_note_stop_the_scene(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("m", "tab")
        await player.write("I will kill myself")
        await player.press("enter", "1")
        assert isinstance(player.screen, CrisisScreen)
        await player.press("3")
        assert player.state.phase == "feedback"
        assert not player.state.moment.attempts[-1].contested


async def test_content_notes_come_before_a_scene_that_was_asked_for(program: Open, noted: Scenario) -> None:
    async with program(noted) as player:
        assert player.sees("This scene touches on: grief, loss of a parent.")
        await player.press("1")
        assert isinstance(player.screen, PlayScreen)


async def test_content_notes_can_be_declined(program: Open, noted: Scenario) -> None:
    async with program(noted) as player:
        await player.press("escape")
        assert isinstance(player.screen, HomeScreen)


async def test_on_the_first_run_a_scene_begins_after_the_welcome(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    opened.store.set_setting("welcomed", "")
    async with program(scenario) as player:
        assert player.sees("Practice, not treatment.")
        await player.press("enter")
        assert isinstance(player.screen, PlayScreen)


async def test_enter_stands_for_one_thing_in_the_footer(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("t")
        assert player.lines()[-1].startswith(" Enter Say it   F2 Hint")
        await player.press("f3")
        assert player.lines()[-1].startswith(" 1-3 Pick one   F2 Hint")
        await player.press("down")
        assert player.lines()[-1].startswith(" Enter Pick it   F2 Hint")
        await player.click_key("Pick it")
        assert player.state.moment.attempts[-1].how == "picked"


async def test_who_speaks_before_the_scorer_is_ready_is_told_and_then_read(
    program: Open, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = Event()
    monkeypatch.setattr("trainer.warm_up._load", ready.wait)
    async with program(scenario) as player:
        await player.write(GOOD)
        await player.pilot.press("enter")
        await player.pilot.pause(2 * PATIENCE)
        assert player.sees("Getting ready to read what you say.")
        ready.set()
        await player.settled()
        assert player.state.phase == "feedback"


async def test_pause_leaves_from_the_feedback_too(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.write("pause")
        assert player.sees(PAUSE_TYPED)
        await player.press("enter")
        assert isinstance(player.screen, HomeScreen)
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.write("because")
        await player.press("enter")
        assert isinstance(player.screen, PlayScreen)


@pytest.mark.parametrize("size", [(50, 15), (140, 45), (80, 20)])
async def test_the_newest_words_are_in_sight_after_a_resize(
    program: Open, scenario: Scenario, size: tuple[int, int]
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        for each in (size, (80, 24)):
            await player.pilot.resize_terminal(*each)
            await player.settled()
            assert player.sees("What would help now?")


async def test_numbers_choose_where_to_step_back_to(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        await player.say("I want a message when you are late.")
        await player.press("b", "7")
        assert isinstance(player.screen, BackScreen)
        await player.press("1")
        assert player.state.moment.scene == "door"


async def test_the_moments_to_step_back_to_count_upwards_and_the_last_one_is_lit(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g")
        await player.say("I want a message when you are late.")
        await player.press("g", "b")
        moments = player.screen.query_one(OptionList)
        assert [each.id for each in moments.options] == ["0", "1"]
        assert moments.highlighted == 1
        await player.pilot.resize_terminal(60, 20)
        await player.settled()
        assert moments.highlighted == 1
        await player.press("enter")
        assert player.state.moment.scene == "opened"


async def test_stepping_back_brings_the_words_of_then_to_be_changed(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await player.say(GOOD)
        await player.press("g", "f8", "1")
        assert player.typed() == GOOD
