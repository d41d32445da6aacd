"""`speakup check`: every fault of scenarios at once."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.errors import WrongUse
from trainer.told import printed, progress_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check import Checked


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--notes", is_flag=True, help="Print the notes on several files, and do not only count them.")
@click.option("--json", "as_json", is_flag=True, help="For an editor or a program to read.")
def command(paths: tuple[Path, ...], *, notes: bool, as_json: bool) -> int:
    """Tell every fault of scenario and drill files.

    Each with its line and column and how to mend it. A PATH can be a folder; without one, what comes with the
    program is checked.
    """
    from scenarios.check import examine, library_files

    for path in paths:
        if not path.exists():
            raise WrongUse(f"there is no file or folder {path}")
    with progress_on("Checking") as progress:
        checked = examine(paths or library_files(), progress)
    if as_json:
        click.echo(json.dumps(_record(checked), ensure_ascii=False, indent=2))
    else:
        printed(_lines(checked, with_notes=notes or checked.files == 1))
    return 1 if checked.counts.errors else 0


def _record(checked: Checked) -> dict[str, object]:
    """Return what was found as plain values."""
    return {
        "files": checked.files,
        **asdict(checked.counts),
        "marked": checked.marked,
        "marked_right": checked.marked_right,
        "left_out": [str(file) for file in checked.left_out],
        "faults": [asdict(fault) for fault in checked.faults],
    }


def _lines(checked: Checked, *, with_notes: bool) -> Iterator[str]:
    """Yield the faults and the counts in words."""
    told = [fault for fault in checked.faults if with_notes or fault.severity != "note"]
    yield from map(str, told)
    counts = {
        "error": checked.counts.errors,
        "warning": checked.counts.warnings,
        "note": checked.counts.notes,
    }
    found = ", ".join(_count(number, what) for what, number in counts.items() if number)
    hint = "" if len(told) == len(checked.faults) else " (see them with --notes)"
    yield f"{_count(checked.files, 'file')} checked: {found or 'nothing to mend'}{hint}."
    for file in checked.left_out:
        yield f"Left out, since it is no scenario, drill or pack: {file}"
    if checked.marked:
        yield f"{checked.marked_right} of {checked.marked} marked responses reach what they must."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
