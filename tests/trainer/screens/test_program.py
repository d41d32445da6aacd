from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.command import CommandPalette

import trainer.screens
from trainer.screens.actions import ACTIONS
from trainer.screens.home import HomeScreen
from trainer.screens.play import PlayScreen
from trainer.themes import THEMES

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from tests.trainer.screens.conftest import Open
    from trainer.screens.program import SpeakUp

NEVER = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket"}
"""What terminals send for backspace, tab, enter and escape."""


async def test_a_fault_ends_the_program_and_is_handed_on(program: Open) -> None:
    async def open_() -> None:
        async with program() as player:
            found.append(player.app)
            player.app.call_later(lambda: 1 / 0)
            await player.pilot.pause(0.2)

    found: list[SpeakUp] = []
    with pytest.raises(ZeroDivisionError):
        await open_()
    assert isinstance(found[0].fault, ZeroDivisionError)
    assert found[0].return_code == 1


async def test_a_fault_of_the_scorer_is_handed_on_as_itself(
    program: Open, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    import scoring

    async def play() -> None:
        async with program(scenario) as player:
            found.append(player.app)
            monkeypatch.setattr(scoring, "score", lambda *_, **__: 1 / 0)
            await player.say("You came late.")

    found: list[SpeakUp] = []
    with pytest.raises(Exception, match="division"):
        await play()
    assert isinstance(found[0].fault, ZeroDivisionError)


async def test_the_palette_offers_the_actions_of_the_screen(program: Open, scenario: Scenario) -> None:
    async with program(scenario) as player:
        await player.press("ctrl+p")
        assert isinstance(player.screen, CommandPalette)
        await player.pilot.pause(0.3)
        assert player.sees("Transcript")
        assert not player.sees("Try again")
        await player.write("hint")
        await player.pilot.pause(0.5)
        await player.press("enter", "enter")
        assert isinstance(player.screen, PlayScreen)
        assert player.sees("The idea")


async def test_help_names_every_action_of_the_screen(program: Open) -> None:
    async with program(size=(100, 60)) as player:
        await player.press("f1")
        for name in HomeScreen.does:
            if name != "carry_on":
                assert player.sees(ACTIONS[name].says), name


async def test_the_footer_never_wraps_and_keeps_the_way_out(program: Open, scenario: Scenario) -> None:
    async with program(scenario, size=(50, 15)) as player:
        assert player.lines()[-1].endswith("Esc Menu")
        await player.say("You came late and I was hurt.")
        assert player.lines()[-1].endswith("Esc Menu")


def test_every_action_has_a_key_that_terminals_deliver() -> None:
    for action in ACTIONS.values():
        assert action.keys or action.letter, action.name
        for key in action.keys:
            assert key not in NEVER
            assert re.fullmatch(r"f[1-9]|f10|enter|escape|tab|ctrl\+[a-z]", key), key


def test_every_action_is_offered_by_a_screen_that_can_do_it() -> None:
    from trainer.screens.debrief import DebriefScreen
    from trainer.screens.dialog import Dialog
    from trainer.screens.drill import DrillScreen
    from trainer.screens.transcript import TranscriptScreen

    offered = set()
    for screen in (HomeScreen, PlayScreen, DrillScreen, DebriefScreen, TranscriptScreen, Dialog):
        for name in screen.does:
            assert hasattr(screen, f"action_{name}"), (screen, name)
            offered.add(name)
    assert offered | {"close"} == set(ACTIONS)


def test_no_two_actions_of_a_screen_share_a_key() -> None:
    from trainer.screens.debrief import DebriefScreen
    from trainer.screens.transcript import TranscriptScreen

    for screen in (HomeScreen, PlayScreen, DebriefScreen, TranscriptScreen):
        letters = [ACTIONS[name].letter for name in screen.does if ACTIONS[name].letter]
        keys = [key for name in screen.does for key in ACTIONS[name].keys if key != "enter"]
        assert len(set(letters)) == len(letters)
        assert len(set(keys)) == len(keys)


def test_nothing_on_screen_reads_markup() -> None:
    """Text reaches the screen as `Content`; the one place that reads mark-up is not used."""
    folder = Path(trainer.screens.__file__).parents[1]
    for file in (*folder.glob("screens/*.py"), *folder.glob("widgets/*.py")):
        source = file.read_text()
        assert "from_markup" not in source, file.name
        assert not re.search(r"\b(Static|Label|Markdown)\(", source.replace("PlainText(Static)", "")), (
            file.name
        )
        assert not re.search(r"\.notify\((?!clean)", source), file.name


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read_on_every_ground(theme: object) -> None:
    """At least 4.5 to 1, and 7 to 1 in high contrast."""
    variables = theme.to_color_system().generate()  # type: ignore[attr-defined]
    variables |= theme.variables  # type: ignore[attr-defined]
    least = 7.0 if theme.name == "contrast" else 4.5  # type: ignore[attr-defined]
    words = (
        "foreground",
        "text-muted",
        "text-primary",
        "text-secondary",
        "text-accent",
        "text-success",
        "text-warning",
    )
    for ground in ("background", "surface", "panel", "block-cursor-background"):
        behind = Color.parse(variables[ground])
        for name in words:
            colour = Color.parse(variables[name])
            shown = behind.blend(colour, colour.a, 1.0) if colour.a < 1 else colour
            assert contrast(shown, behind) >= least, (name, ground, contrast(shown, behind))


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
