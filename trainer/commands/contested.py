"""`speakup contested`: readings that players contested, and how one becomes a test of its scenario."""

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
              help="Make this one a marked response of its scenario.")  # fmt: skip
@click.option("--to", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="The scenario file to write it into, where it is not in your own folder.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, number: int | None, file: Path | None, as_json: bool) -> int:
    """List the readings that you contested.

    They are kept on this machine only, by “I meant it”. One that is promoted becomes a test of its scenario:
    a file of yours is changed in place; for one that came with the program the line to paste is printed.
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
    from trainer.contested import promoted

    contest = next((each for each in contests if each.number == number), None)
    if contest is None:
        raise WrongUse(f"there is no contested reading {number}; see: speakup contested")
    if file is not None and not file.exists():
        raise WrongUse(f"there is no file {file}")
    own = file or _own_file(contest.scenario)
    line = promoted(own, contest) if own else 0
    if own and line:
        click.echo(f"Written to line {line} of {own}. Mend against it with: speakup check {own}")
        return 0
    _print_to_paste(contest, own)
    return 0


def _own_file(name: str) -> Path | None:
    """Return the file of a scenario in the user's own folder."""
    from scenarios.library import Library
    from scenarios.places import scenarios_folder

    path = Path(Library().entry(name).path)
    return path if path.parent == scenarios_folder() else None


def _print_to_paste(contest: Contest, file: Path | None) -> None:
    from scenarios.library import Library
    from scenarios.marking import item_of
    from trainer.contested import marked_of, read

    path = file or Path(Library().entry(contest.scenario).path)
    marked = marked_of(contest, read(path))
    click.echo(f"Paste this under `marked:` of the scene {contest.scene} in {path}:", err=True)
    printed([item_of(marked)])
