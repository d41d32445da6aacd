from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.trainer.screens.conftest import LIBRARY
from tests.trainer.screens.player import Player
from trainer.previewing import Entry
from trainer.screens.preview import FaultStrip, Preview, PreviewScreen, WaitingScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TEXT = (LIBRARY / "the-late-start.yaml").read_text(encoding="utf-8")
GOOD = "You came late and I was hurt."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "the-late-start.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def save(file: Path, text: str) -> None:
    """Save as editors do, at another time than before."""
    stamp = file.stat().st_mtime_ns + 1_000_000_000
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(stamp, stamp))


@asynccontextmanager
async def opened(
    file: Path, entry: Entry | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Player]:
    app = Preview(file, entry or Entry())
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        player = Player(app, pilot)
        await player.settled()
        yield player


async def looked(player: Player) -> None:
    """Let the preview look at its file now."""
    screen = player.screen
    (screen if isinstance(screen, PreviewScreen) else player.app)._look()  # type: ignore[attr-defined]
    await player.settled()


async def test_a_preview_plays_the_file_and_keeps_nothing(file: Path, home: Path) -> None:
    async with opened(file) as player:
        assert player.sees("Right, come in, come in.")
        assert player.sees("preview")
        await player.say(GOOD)
        assert player.state.phase == "feedback"
        assert player.sees("Oh. Yes. I ran in and began.")
    assert not (home / "speakup.db").exists()


async def test_a_save_is_followed_and_the_place_kept(file: Path) -> None:
    async with opened(file) as player:
        await player.say(GOOD)
        await player.press("enter", "enter")
        scene = player.state.moment.scene
        assert scene != "door"
        await player.write("half a")
        save(file, TEXT.replace("title: The late start", "title: The new start"))
        await looked(player)
        assert player.sees("The new start")
        assert player.state.moment.scene == scene
        assert player.typed() == "half a"
        assert "Read again." in player.told()


async def test_the_words_of_the_moment_follow_too(file: Path) -> None:
    async with opened(file) as player:
        save(file, TEXT.replace("Right, come in, come in.", "Well, in you come."))
        await looked(player)
        assert player.sees("Well, in you come.")
        assert not player.sees("Right, come in")


async def test_faults_stand_in_a_strip_and_the_scene_goes_on(file: Path) -> None:
    async with opened(file) as player:
        save(file, TEXT.replace("level: 1", "level: 9"))
        await looked(player)
        assert player.screen.query_one(FaultStrip).has_class("error")
        assert player.sees("Line 6, error: 9 is out of range; write a number from 1 to 3")
        await player.say(GOOD)
        assert player.state.phase == "feedback"
        save(file, TEXT)
        await looked(player)
        assert not player.screen.query_one(FaultStrip).has_class("error")
        assert player.state.phase == "feedback"


async def test_a_file_that_cannot_be_played_waits_until_it_can(file: Path) -> None:
    save(file, "scenario: [")
    async with opened(file) as player:
        assert isinstance(player.screen, WaitingScreen)
        assert player.sees("This file cannot be played yet")
        assert player.sees("error:")
        save(file, "scenario: the-late-start\n")
        await looked(player)
        assert player.sees("has no `endings`")
        save(file, TEXT)
        await looked(player)
        assert isinstance(player.screen, PreviewScreen)
        assert player.sees("Right, come in, come in.")


async def test_a_preview_begins_where_it_is_told(file: Path) -> None:
    async with opened(file, Entry("opened", 3, ("swallowed",))) as player:
        moment = player.state.moment
        assert (moment.scene, moment.alliance, moment.flags) == ("opened", 3, {"swallowed"})


async def test_hostile_words_of_a_file_are_only_text(file: Path) -> None:
    async with opened(file) as player:
        hostile = TEXT.replace("level: 1", '"[@click=app.quit]x[/] \\e]52;c;aGk=\\a": 1\nlevel: 1')
        save(file, hostile)
        await looked(player)
        assert player.sees("[@click=app.quit]x[/]")
        assert "\x1b" not in player.frame()


async def test_nothing_is_read_while_a_dialog_is_open(file: Path) -> None:
    async with opened(file) as player:
        await player.press("escape")
        save(file, TEXT.replace("The late start", "The new start"))
        preview = player.play
        assert isinstance(preview, PreviewScreen)
        preview._look()
        assert player.state.scenario.title == "The late start"
        await player.press("escape")
        await looked(player)
        assert player.state.scenario.title == "The new start"


async def test_leaving_closes_the_preview(file: Path) -> None:
    async with opened(file) as player:
        await player.press("escape", "x")
        assert player.app._exit
