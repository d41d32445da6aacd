"""Words of people and files are shown as they are, whatever they look like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scenarios.model import Coach, Ending, Line, Partner
from tests.trainer.screens.test_debrief import to_the_end

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open

HOSTILE = ("[red]x [@click=app.quit]x[/]", "[/", "\\[b] $text {0} %s &#27;")


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_as_typed_on_every_screen(
    program: Open, scenario: Scenario, words: str
) -> None:
    async with program(scenario, size=(120, 60)) as player:
        await player.say(f"I was hurt {words} and you came late")
        assert player.sees(f"hurt¹ {words} and you came late²")
        for key, closes in (("w", "escape"), ("m", "escape"), ("r", "escape"), ("t", "f8")):
            await player.press(key)
            assert player.sees(f"{words} and"), key
            await player.press(closes)


@pytest.mark.parametrize("words", HOSTILE)
async def test_a_hostile_scenario_is_shown_as_written(program: Open, scenario: Scenario, words: str) -> None:
    door = scenario.scenes["door"]
    replies = {
        id_: replace(each, says=(words, *each.says), partner=(Line(words),), coach=Coach(words, words, words))
        for id_, each in door.replies.items()
    }
    scene = replace(
        door, partner=(Line(words),), aside=(Line(words),), principle=words, stem=words, strong=(words,) * 2,
        weak=words, inner=(Line(words),), replies=replies,
    )  # fmt: skip
    ending = Ending("heard", words, (Line(words),), words, "repaired")
    hostile = replace(
        scenario, title=words, setting=words, partner=Partner(words, words), content_notes=(words,),
        scenes={**scenario.scenes, "door": scene}, endings={**scenario.endings, "heard": ending},
    )  # fmt: skip
    async with program(hostile, size=(120, 60)) as player:
        assert player.frame().count(words) >= 2
        await player.press("1")
        assert player.frame().count(words) >= 4
        await player.press("f2", "f2", "f2", "f3")
        assert player.frame().count(words) >= 7
        await player.press("f3")
        await to_the_end(player)
        assert player.frame().count(words) >= 4
        await player.press("f7", "escape", "f8", "escape")


async def test_control_characters_never_reach_the_screen(program: Open, scenario: Scenario) -> None:
    evil = "a\x1b]52;c;eA==\x07b\u202ec\x9b31md"
    hostile = replace(scenario, title=evil, setting=evil, partner=Partner(evil, evil))
    async with program(hostile) as player:
        await player.say(f"I was hurt {evil}")
        frame = player.frame()
        assert not any(each in frame for each in "\x1b\x07\u202e\x9b")
        assert "a]52;c;eA==bc31md" in frame


async def test_a_hostile_word_in_the_search_box_finds_nothing_and_harms_nothing(program: Open) -> None:
    async with program() as player:
        await player.press("f3")
        await player.write("[/red")
        await player.settled()
        assert player.sees("[/red")
        assert player.sees("No scene has all these words.")
