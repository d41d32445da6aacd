"""`speakup contested`: contested readings, and how one becomes a test of its scenario or drill."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.errors import WrongUse
from trainer.told import printed

if TYPE_CHECKING:
    from trainer.store.rows import Contest


@click.command("contested")
@click.option("--promote", "number", metavar="N", type=click.IntRange(min=1),
              help="Make this one a marked response of its scenario or drill.")  # fmt: skip
@click.option("--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="The file to write it into, where it is not in your own folder.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, number: int | None, file: Path | None, as_json: bool) -> int:
    """List the readings that you contested.

    They are kept on this machine only, by “I meant it”. One that is promoted becomes a test of its scenario
    or drill: a file of yours is changed in place; for one that came with the program the line to paste is
    printed.
    """
    contests = _kept()
    if number is not None:
        return _promote(contests, number, file)
    if file is not None:
        raise WrongUse("--to needs --promote N")
    if as_json:
        click.echo(json.dumps([asdict(each) for each in contests], ensure_ascii=False, indent=2))
    else:
        from trainer.contested import lines_of

        printed(lines_of(contests))
    return 0


def _kept() -> tuple[Contest, ...]:
    from trainer.store.opening import kept_store

    store = kept_store()
    try:
        return store.contests()
    finally:
        store.close()


def _promote(contests: tuple[Contest, ...], number: int, file: Path | None) -> int:
    from trainer.contested import item_to_paste, promoted

    contest = next((each for each in contests if each.number == number), None)
    if contest is None:
        raise WrongUse(f"there is no contested reading {number}; see: speakup contested")
    if file is not None and not file.exists():
        raise WrongUse(f"there is no file {file}")
    path = file or _file_of(contest)
    is_own = file is not None or path.parent in _own_folders()
    line = promoted(path, contest) if is_own else 0
    if line:
        click.echo(f"Written to line {line} of {path}. Mend against it with: speakup check {path}")
        return 0
    part = "line" if contest.is_of_drill else "scene"
    item = item_to_paste(path, contest)
    click.echo(f"Paste this under `marked:` of the {part} {contest.scene} in {path}:", err=True)
    printed([item])
    return 0


def _file_of(contest: Contest) -> Path:
    """Return the file of the scenario or of the drill in which something was said."""
    if contest.is_of_drill:
        from scenarios.drill_library import DrillLibrary

        return DrillLibrary().file(contest.scenario)
    from scenarios.library import Library

    return Path(Library().entry(contest.scenario).path)


def _own_folders() -> tuple[Path, ...]:
    """Return the folders of the user's own scenarios and drills."""
    from scenarios.places import drills_folder, scenarios_folder

    return scenarios_folder(), drills_folder()
