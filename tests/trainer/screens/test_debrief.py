from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from trainer.screens.crisis import CrisisScreen
from trainer.screens.debrief import DebriefScreen
from trainer.screens.home import HomeScreen
from trainer.screens.play import PlayScreen

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from tests.trainer.screens.player import Player
    from trainer.store import Opened


async def to_the_end(player: Player) -> None:
    await player.say("It's fine, I had a book.")
    await player.press("t")
    await player.say("You came late and I was hurt.")
    await player.press("g")
    await player.say("I want a message when you are late.")
    await player.press("g")
    await player.settled()


async def test_the_debrief_tells_all_of_it(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        assert isinstance(player.screen, DebriefScreen)
        for shown in (
            "Ten minutes, put right",
            "A small thing that is said stays small.",
            "How it ended: the two of you are closer than before.",
            "Endings met: 1 of 2",
            "How you came across",
            "██████████ much",
            "Your strongest line",
            "“You came late and I was hurt.”",
            "Your hardest moment",
            "The way you went",
            "(2 tries)",
            "tried, not taken: It's fine, I had a book with me.",
            "not taken: Could we make up the ten minutes at the end?",
        ):
            assert player.sees(shown) or shown in player.frame(), shown


async def test_the_sentence_for_the_real_session_is_kept(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        await player.press("f2")
        await player.write("When it is late")
        await player.press("enter")
        await player.write("then I say so [red]")
        await player.press("enter")
        assert player.sees("Kept with this session: When it is late, then I say so [red]")
        plan = player.state.plan
        assert plan
        assert (plan.when, plan.then) == ("When it is late", "then I say so [red]")
    assert any("planned" in type(each).__name__.lower() for each in opened.store.events(1))


async def test_a_line_for_the_journal_is_kept(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        for id_, text in (("#when", "When"), ("#then", "then"), ("#note", "I can.")):
            player.screen.query_one(id_, Input).value = text
        await player.press("f2")
        await player.settled()
        assert player.state.journal == ("I can.",)


async def test_words_of_danger_in_the_sentence_are_not_kept(
    program: Open, scenario: Scenario, opened: Opened
) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        player.screen.query_one("#when", Input).value = "When I want to kill myself"
        player.screen.query_one("#then", Input).value = "then"
        await player.press("f2")
        assert isinstance(player.screen, CrisisScreen)
        await player.press("3")
        assert isinstance(player.screen, DebriefScreen)
        assert player.state.plan is None
    assert b"kill myself" not in b"".join(
        each.read_bytes() for each in opened.store.path.parent.glob("speakup.db*")
    )  # type: ignore[union-attr]


async def test_the_hardest_moment_can_be_taken_again(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await to_the_end(player)
        await player.press("p")
        assert isinstance(player.screen, PlayScreen)
        assert player.state.phase == "responding"
        assert player.state.moment.scene == "door"


async def test_escape_leads_home(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await to_the_end(player)
        await player.press("escape")
        assert isinstance(player.screen, HomeScreen)
        assert not player.sees("Continue:")


async def test_the_transcript_can_be_copied_and_saved(
    program: Open, scenario: Scenario, tmp_path: Path
) -> None:
    async with program(scenario) as player:
        await to_the_end(player)
        await player.press("r", "c")
        assert "You: You came late and I was hurt." in player.app.clipboard
        await player.press("s")
        file = tmp_path / "talk.md"
        player.screen.query_one("#file", Input).value = str(file)
        await player.press("enter")
        assert "**You:** You came late and I was hurt." in file.read_text()
        assert file.stat().st_mode & 0o077 == 0
        await player.press("s")
        player.screen.query_one("#file", Input).value = str(file)
        await player.press("enter")
        assert "is there already" in player.told()


async def test_a_session_is_looked_back_on_after_a_start(
    program: Open, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.screens import debrief

    asked: list[int] = []
    real = debrief.debrief
    monkeypatch.setattr(debrief, "debrief", lambda *told: (asked.append(1), real(*told))[1])
    async with program(scenario) as player:
        await to_the_end(player)
        assert asked == [1]


async def test_a_replay_leads_back_to_the_debrief(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        await player.press("p")
        assert player.sees("F10 Debrief")
        await player.say("When you came late, I was sad.")
        assert player.sees("Enter Debrief")
        assert player.sees("G Go on")
        await player.press("enter")
        assert isinstance(player.screen, DebriefScreen)
        assert player.sees("Ten minutes, put right")
        assert player.sees("You, later: When you came late, I was sad.")


async def test_the_debrief_can_be_reached_from_every_moment_that_follows(
    program: Open, scenario: Scenario
) -> None:
    async with program(scenario) as player:
        await to_the_end(player)
        await player.press("p")
        await player.say("I need my whole hour.")
        await player.press("g")
        assert player.state.phase == "responding"
        await player.press("escape", "x")
        assert player.sees("Continue: The late start")
        await player.press("f2", "f10")
        assert isinstance(player.screen, DebriefScreen)
        assert player.sees("Ten minutes, put right")
        await player.press("escape")
        assert not player.sees("Continue:")
