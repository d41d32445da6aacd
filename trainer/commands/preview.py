"""`speakup preview`: play a file while it is being written."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.errors import WrongUse


@click.command("preview")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--from", "scene", metavar="SCENE", default="", help="Begin at this scene.")
@click.option(
    "--set",
    "settings",
    metavar="WHAT",
    multiple=True,
    help="Begin with an alliance or a flag: --set alliance=3 --set swallowed",
)
def command(file: Path, *, scene: str, settings: tuple[str, ...]) -> int:
    """Play a file while you write it.

    The screen follows each time you save, keeps your place, and shows what is wrong. Nothing is stored.
    """
    from scenarios.load import read_scenario
    from trainer.commands.play import can_show_screens
    from trainer.previewing import Entry, entry_of

    if not file.exists():
        raise WrongUse(f"there is no file {file}; begin one with: speakup new {file.stem or 'my-scene'}")
    alliance, flags = _settings(settings)
    scenario = read_scenario(file).scenario
    try:
        entry = entry_of(scenario, scene, alliance, flags) if scenario else Entry(scene, alliance, flags)
    except ValueError as wrong:
        raise WrongUse(str(wrong)) from wrong
    if not can_show_screens():
        raise WrongUse(f"the preview needs a terminal on both ends. Without one: speakup check {file}")
    from trainer.screens.preview import run

    run(file, entry)


def _settings(settings: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Return the alliance and the flags that are asked for."""
    alliance, flags = 0, []
    for setting in settings:
        what, has_value, value = setting.partition("=")
        if what != "alliance":
            if has_value:
                raise WrongUse(f"a flag is set without a value: --set {what}")
            flags.append(what)
        elif value.lstrip("+-").isdecimal() and -5 <= int(value) <= 5:
            alliance = int(value)
        else:
            raise WrongUse("the alliance is a whole number from -5 to 5: --set alliance=3")
    return alliance, tuple(dict.fromkeys(flags))
