"""The other chair: offered in the debrief, played next, and laid beside the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scenarios.load import read_scenario
from scenarios.model import Line, Partner
from tests.frames import same_frame
from tests.trainer.screens.conftest import LIBRARY
from tests.trainer.screens.test_debrief import to_the_end
from tests.trainer.screens.test_frames import SIZES, file
from tests.trainer.screens.test_hostile import HOSTILE
from trainer.errors import StoreTrouble
from trainer.screens.debrief import DebriefScreen
from trainer.screens.home import HomeScreen
from trainer.screens.play import PlayScreen
from trainer.screens.two_chairs import TwoChairsScreen
from trainer.store import NoStore, Opened

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from tests.trainer.screens.player import Player

CHAIRS = LIBRARY.parent / "chairs"


@pytest.fixture
def late() -> Scenario:
    """The late start, as it is where it has another chair."""
    loaded = read_scenario(CHAIRS / "the-late-start.yaml")
    assert loaded.scenario, loaded.faults
    return loaded.scenario


async def both(player: Player) -> None:
    """Play both chairs to their ends."""
    await to_the_end(player)
    await player.press("o")
    await pick_to_the_end(player)


async def pick_to_the_end(player: Player) -> None:
    assert isinstance(player.screen, PlayScreen)
    for _ in range(20):
        if isinstance(player.screen, DebriefScreen):
            return
        if player.state.phase == "feedback":
            await player.press("g")
        elif not player.screen.is_picking:
            await player.press("f3")
        else:
            await player.press("1")
    raise AssertionError(player.frame())


async def test_the_debrief_offers_the_other_chair(program: Open, late: Scenario) -> None:
    async with program(late, size=(100, 70), folder=CHAIRS) as player:
        await to_the_end(player)
        assert player.sees("The same minutes can be played as Dr. Osei, in about 6 minutes: O.")
        assert {"other_chair", "two_chairs"} <= {each.name for each in player.screen.doable()}
        await player.press("o")
        assert isinstance(player.screen, PlayScreen)
        assert player.state.scenario.id == "the-late-start-other-chair"
        assert len([each for each in player.app.screen_stack if isinstance(each, PlayScreen)]) == 1


async def test_a_story_of_one_chair_offers_nothing(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(100, 70)) as player:
        await to_the_end(player)
        assert not player.sees("other chair")
        assert not player.sees("Two chairs")
        await player.press("o", "c", "f6", "f4")
        assert isinstance(player.screen, DebriefScreen)


@pytest.mark.parametrize("id_", ["nowhere", "the-late-start"])
async def test_a_chair_that_is_not_there_is_not_offered(program: Open, late: Scenario, id_: str) -> None:
    async with program(replace(late, other_chair=id_), size=(100, 70), folder=CHAIRS) as player:
        await to_the_end(player)
        assert isinstance(player.screen, DebriefScreen)
        assert not player.sees("other chair")


async def test_before_the_other_chair_is_played_its_voice_is_the_storys(
    program: Open, late: Scenario
) -> None:
    async with program(late, size=(120, 50), folder=CHAIRS) as player:
        await to_the_end(player)
        await player.press("c")
        assert isinstance(player.screen, TwoChairsScreen)
        for shown in (
            "You were Kim.",
            "you can only ask",
            "1  The door",
            "I could say it. I could also just start.",
            "Ten past. Again.",
            "You said: “You came late and I was hurt.”",
            "2  What helps",
        ):
            assert player.sees(shown) or shown in player.frame(), shown
        assert not player.sees("A quiet word")
        assert not player.sees("did not come by")
        await player.press("escape")
        assert isinstance(player.screen, DebriefScreen)
        await player.press("c", "o")
        assert player.state.scenario.id == "the-late-start-other-chair"


async def test_both_voices_stand_beside_each_other(program: Open, late: Scenario) -> None:
    async with program(late, size=(120, 50), folder=CHAIRS) as player:
        await both(player)
        assert player.sees("You have sat in both.")
        await player.press("c")
        lines = player.lines()
        names = next(line for line in lines if "Dr. Osei" in line and "Kim" in line)
        assert names.index("Dr. Osei") < names.index("Kim")
        voices = next(line for line in lines if "Ten past. Again." in line)
        assert "I could say it." in voices
        assert player.sees("“You came late and I was hurt.”")


async def test_the_newest_session_of_the_other_chair_is_found_after_a_start(
    program: Open, late: Scenario
) -> None:
    async with program(late, folder=CHAIRS) as player:
        await to_the_end(player)
    other = read_scenario(CHAIRS / "the-late-start-other-chair.yaml").scenario
    async with program(other, size=(120, 50), folder=CHAIRS) as player:
        await pick_to_the_end(player)
        assert player.sees("You have sat in both.")
        await player.press("c")
        assert player.sees("“You came late and I was hurt.”")


async def test_in_private_both_chairs_of_one_run_are_known(program: Open, late: Scenario) -> None:
    store = NoStore()
    store.set_setting("welcomed", "yes")
    async with program(late, size=(120, 50), folder=CHAIRS, store=Opened(store), private=True) as player:
        await both(player)
        assert player.sees("You have sat in both.")


async def test_a_store_that_cannot_be_read_is_told_and_the_chair_is_offered(
    program: Open, late: Scenario, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise StoreTrouble("The disk is gone.")

    async with program(late, size=(100, 70), folder=CHAIRS) as player:
        monkeypatch.setattr(opened.store, "sessions", fails)
        await to_the_end(player)
        assert player.sees("The disk is gone.")
        assert player.sees("can be played as Dr. Osei")


async def test_by_mouse_and_by_palette(program: Open, late: Scenario) -> None:
    async with program(late, size=(120, 50), folder=CHAIRS) as player:
        await to_the_end(player)
        await player.click_key("Two chairs")
        assert isinstance(player.screen, TwoChairsScreen)
        await player.click_key("Close")
        await player.press("ctrl+p")
        await player.write("other chair")
        await player.press("enter")
        await player.settled()
        assert isinstance(player.screen, PlayScreen)
        assert player.state.scenario.role == "therapist"


async def test_content_notes_come_before_the_other_chair_too(
    program: Open, late: Scenario, tmp_path: Path
) -> None:
    for each in CHAIRS.iterdir():
        text = each.read_text().replace("content_notes: []", "content_notes: [grief]")
        (tmp_path / each.name).write_text(text)
    async with program(late, folder=tmp_path) as player:
        await to_the_end(player)
        await player.press("o")
        assert player.sees("grief")
        await player.press("escape")
        assert isinstance(player.screen, HomeScreen)


async def test_both_chairs_are_in_the_text_that_is_saved(program: Open, late: Scenario) -> None:
    async with program(late, size=(120, 50), folder=CHAIRS) as player:
        await both(player)
        await player.press("r", "c")
        assert "You, as Kim: You came late and I was hurt." in player.app.clipboard


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_as_they_are(
    program: Open, late: Scenario, words: str, tmp_path: Path
) -> None:
    scenes = {
        id_: replace(each, moment=f"{words}{at}", inner=(Line(words),))
        for at, (id_, each) in enumerate(late.scenes.items())
    }
    hostile = replace(late, title=words, partner=Partner(words), scenes=scenes)
    for each in CHAIRS.iterdir():
        text = each.read_text().replace("moment: the-door", f"moment: {_quoted(words + '0')}")
        text = text.replace("inner: Ten past. Again.", f"inner: {_quoted(words)} #")
        (tmp_path / each.name).write_text(text.replace("name: Kim", f"name: {_quoted(words)}"))
    async with program(hostile, size=(120, 60), folder=tmp_path) as player:
        await to_the_end(player)
        await player.press("c")
        assert isinstance(player.screen, TwoChairsScreen)
        assert player.frame().count(words) >= 5


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@SIZES
async def test_frames(program: Open, late: Scenario, size: tuple[int, int]) -> None:
    async with program(late, size=size, folder=CHAIRS) as player:
        await both(player)
        same_frame(file("debrief-two-chairs", size), player.frame())
        await player.press("c")
        same_frame(file("two-chairs", size), player.frame())
