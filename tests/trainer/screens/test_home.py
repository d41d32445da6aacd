from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from scenarios.index import Entry
from trainer.screens.home import HomeScreen
from trainer.screens.matching import Matcher
from trainer.screens.play import PlayScreen
from trainer.screens.question import Question
from trainer.screens.settings import SettingsScreen
from trainer.screens.welcome import WelcomeScreen
from trainer.store import open_store
from trainer.widgets.scene_list import SceneList

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from trainer.store import Opened

LATE = (Path(__file__).parent / "library" / "the-late-start.yaml").read_text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a second scene, that touches on grief."""
    folder = tmp_path / "scenes"
    folder.mkdir()
    (folder / "the-late-start.yaml").write_text(LATE)
    other = LATE.replace("scenario: the-late-start", "scenario: the-grave").replace(
        "title: The late start", "title: A year ago"
    )
    (folder / "the-grave.yaml").write_text(other.replace("content_notes: []", "content_notes: [grief]"))
    return folder


def entries(count: int) -> list[Entry]:
    first = Entry(
        "a-0",
        "A scene 0",
        "client",
        1,
        5,
        ("names_feeling",),
        (),
        (),
        "It begins.",
        (),
        "Dr. Vale",
        "",
        "en",
        "a",
    )
    return [replace(first, id=f"a-{at}", title=f"A scene {at}") for at in range(count)]


def shelve(home: HomeScreen, count: int) -> None:
    home._shelf.entries = tuple(entries(count))
    home.look()


async def test_home_lists_scenes_with_all_that_helps_to_choose(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        for shown in (
            "Speak up you are the client",
            "The late start level 1 of 3 · 4 min",
            "Practises: saying what you feel",
            "Touches on: grief",
            "Drills",
        ):
            assert player.sees(shown), shown


async def test_a_wide_terminal_shows_the_chosen_scene_in_full(program: Open, folder: Path) -> None:
    async with program(folder=folder, size=(120, 40)) as player:
        assert player.sees("You practise")
        await player.press("down")
        assert player.sees("Why does my therapist ask me")


async def test_letters_search_and_escape_shows_all_again(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        await player.write("grief")
        await player.settled()
        assert player.sees("A year ago")
        assert not player.sees("The late start")
        await player.press("escape")
        assert player.sees("The late start")
        assert isinstance(player.screen.focused, SceneList)


async def test_a_search_without_a_find_says_so(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        await player.write("zebra")
        await player.settled()
        assert player.sees("No scene has all these words.")
        await player.press("enter")
        assert isinstance(player.screen, HomeScreen)


async def test_enter_begins_what_was_found(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        await player.write("late")
        await player.press("enter")
        assert isinstance(player.screen, PlayScreen)


async def test_content_notes_are_shown_before_a_scene_begins(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        await player.write("grief")
        await player.press("enter")
        assert isinstance(player.screen, Question)
        assert player.sees("This scene touches on: grief.")
        await player.press("2")
        assert isinstance(player.screen, HomeScreen)
        await player.press("enter", "1")
        assert isinstance(player.screen, PlayScreen)


async def test_what_is_unfinished_comes_first(program: Open, scenario: Scenario, folder: Path) -> None:
    async with program(scenario) as player:
        await player.write("Half")
        await player.press("alt+x")
    async with program(folder=folder) as player:
        lines = [line for line in player.lines() if line.strip()]
        assert lines[2].strip().startswith("Continue: The late start")
        assert player.sees("You were typing: “Half”")
        await player.press("enter")
        assert player.typed() == "Half"


async def test_each_scene_that_was_begun_says_so(program: Open, folder: Path) -> None:
    async with program(folder=folder, size=(80, 40)) as player:
        assert not player.sees("begun")
        for title in ("late start", "year ago"):
            await player.press("f3")
            await player.write(title)
            await player.press("enter", "enter")
            await player.write("Half")
            await player.press("alt+x")
        assert player.sees("Continue: A year ago")
        assert player.sees("The late start begun, moment 1")
        await player.press("f3")
        await player.write("late start")
        await player.press("enter")
        assert player.sees("You stopped in moment 1")


async def test_a_scene_that_was_begun_asks_whether_to_go_on(
    program: Open, scenario: Scenario, folder: Path
) -> None:
    async with program(scenario) as player:
        await player.write("Half")
        await player.press("alt+x")
    async with program(folder=folder) as player:
        await player.press("f3")
        await player.write("late start")
        await player.press("enter")
        assert isinstance(player.screen, Question)
        assert player.sees("You stopped in moment 1, and what you were typing is kept.")
        await player.press("1")
        assert player.typed() == "Half"
        await player.press("alt+x", "f3")
        await player.write("late start")
        await player.press("enter", "2")
        assert isinstance(player.screen, PlayScreen)
        assert player.typed() == ""


async def test_a_session_that_no_longer_fits_can_be_deleted(
    program: Open, scenario: Scenario, folder: Path, opened: Opened
) -> None:
    async with program(scenario) as player:
        await player.say("You came late and I was hurt.")
    text = LATE.replace("door:", "gate:").replace("opening: door", "opening: gate")
    (folder / "the-late-start.yaml").write_text(text)
    async with program(folder=folder) as player:
        await player.press("f2")
        assert player.sees("This session cannot go on")
        await player.press("2")
        assert opened.store.unfinished() is None
        assert not player.sees("Continue:")


async def test_the_first_run_says_what_this_is_and_what_it_keeps(program: Open, opened: Opened) -> None:
    opened.store.set_setting("welcomed", "")
    async with program() as player:
        assert isinstance(player.screen, WelcomeScreen)
        assert player.sees("Practice, not treatment.")
        assert player.sees("What you play is kept on this machine only, in")
        await player.press("enter")
        assert isinstance(player.screen, HomeScreen)
    async with program() as player:
        assert isinstance(player.screen, HomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (50, 15)], ids=str)
async def test_the_welcome_has_its_heading_and_its_button_however_long_the_folder_is(
    program: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    opened = open_store(path=tmp_path.joinpath(*["a-folder-with-a-long-name"] * 8, "speakup.db"))
    async with program(store=opened, size=size) as player:
        assert isinstance(player.screen, WelcomeScreen)
        assert player.sees("speakup")
        assert player.sees("Here you can practise")
        assert player.sees("Begin")
        await player.press(*["pagedown"] * 30)
        assert player.sees("So does typing pause.")
        assert player.sees("Begin")


async def test_the_welcome_writes_the_folder_as_people_do(
    program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    opened = open_store(path=tmp_path / "kept" / "speakup.db")
    async with program(store=opened) as player:
        assert player.sees("in ~/kept.")


async def test_a_scene_of_a_pack_says_so_and_is_found_by_it(program: Open) -> None:
    async with program(size=(120, 40)) as player:
        home = player.screen
        assert isinstance(home, HomeScreen)
        home._shelf.entries = (replace(entries(1)[0], pack="evening-class"), *entries(3)[1:])
        home.look()
        await player.settled()
        assert player.sees("A scene 0 level 1 of 3 · 5 min · from evening-class")
        assert player.sees("From the pack evening-class")
        await player.write("evening")
        assert player.sees("A scene 0")
        assert not player.sees("A scene 1")


async def test_the_first_run_in_private_says_that_nothing_is_kept(program: Open) -> None:
    async with program(store=open_store(private=True), private=True) as player:
        assert player.sees("This time nothing is kept at all")


async def test_the_theme_is_kept(program: Open, opened: Opened) -> None:
    async with program() as player:
        await player.press("f9")
        assert isinstance(player.screen, SettingsScreen)
        await player.press("down", "enter")
        assert player.app.theme == "light"
        assert player.sees("(•) Light")
        await player.press("escape")
    assert opened.store.setting("theme") == "light"
    async with program() as player:
        assert player.app.theme == "light"


async def test_subjects_can_be_left_out(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        await player.press("f9", "end", "enter")
        assert player.sees("[x] grief")
        await player.press("escape")
        assert not player.sees("A year ago")
        assert player.sees("Left out by your settings: 1.")
    async with program(folder=folder) as player:
        assert not player.sees("A year ago")


async def test_a_long_library_is_laid_out_bit_by_bit(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        home = player.screen
        assert isinstance(home, HomeScreen)
        shelve(home, 1000)
        await player.settled()
        first = home.scenes.option_count
        assert first < 60
        await player.press(*["pagedown"] * 7)
        assert first < home.scenes.option_count < 120
        await player.press("end")
        assert sum(not each.disabled for each in home.scenes.options) == 1000 + len(home._drills.rows())


async def test_a_screen_of_any_height_is_full_of_scenes(program: Open, folder: Path) -> None:
    async with program(folder=folder, size=(80, 24)) as player:
        home = player.screen
        assert isinstance(home, HomeScreen)
        shelve(home, 1000)
        await player.settled()
        await player.pilot.resize_terminal(80, 90)
        await player.settled()
        assert home.scenes.max_scroll_y > 0


async def test_a_long_library_is_searched_whole(program: Open, folder: Path) -> None:
    async with program(folder=folder) as player:
        home = player.screen
        assert isinstance(home, HomeScreen)
        shelve(home, 1000)
        home.query_one(Input).value = "scene 987"
        await player.settled()
        assert player.sees("A scene 987")


def test_matching_puts_titles_first() -> None:
    one, two = entries(2)
    found = Matcher([replace(one, summary="A pear."), replace(two, title="The pear")]).matching("pear")
    assert [each.title for each in found] == ["The pear", "A scene 0"]


async def test_a_faulty_scene_does_not_hide_the_others(program: Open, folder: Path) -> None:
    (folder / "broken.yaml").write_text("scenario: broken\n  - [")
    async with program(folder=folder, size=(80, 40)) as player:
        assert player.sees("The late start")
        assert player.sees("Files that cannot be played: 1. “speakup check” tells why.")


async def test_after_a_scene_the_search_is_over_and_what_can_be_continued_stands_on_top(
    program: Open, folder: Path
) -> None:
    async with program(folder=folder) as player:
        await player.press("f3")
        await player.write("late")
        await player.press("enter")
        await player.write("When you came late")
        await player.press("escape", "x")
        assert isinstance(player.screen, HomeScreen)
        assert player.screen.query_one(Input).value == ""
        assert player.sees("Continue: The late start")
        assert isinstance(player.screen.focused, SceneList)
