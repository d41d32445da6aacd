"""`speakup add`: install a pack of scenarios and drills."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.told import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.library import Entry
    from scenarios.packs.add import Added


@click.command("add")
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
def command(path: Path) -> int:
    """Install a pack of scenarios and drills.

    PATH is a folder or a zip with a pack.yaml. Only its texts are taken, and nothing in it is ever run.
    """
    from scenarios.drill_library import DrillLibrary
    from scenarios.library import Library
    from scenarios.packs.add import add_pack

    taken = {entry.id: _home(entry) for entry in Library().entries()}
    drills = {drill.id: "there already" for drill in DrillLibrary().drills()}
    printed(_lines(add_pack(path, taken, taken_drills=drills)))
    return 0


def _home(entry: Entry) -> str:
    from scenarios.places import BUILT_IN

    if entry.pack:
        return f"in the pack {entry.pack}"
    return "built in" if Path(entry.path).parent == BUILT_IN else "one of your own"


def _lines(added: Added) -> Iterator[str]:
    pack = added.pack
    yield f"Added {pack.name} {pack.version} by {pack.author} ({pack.licence})."
    yield from (f"  {name}" for name in added.scenarios)
    yield from (f"  {name} (a drill)" for name in added.drills)
    if added.left_out:
        more = " ..." if len(added.left_out) > 5 else ""
        yield f"Left out, since a pack holds only scenarios and drills: {', '.join(added.left_out[:5])}{more}"
    if added.scenarios:
        yield f"Play one with: speakup play {added.scenarios[0]}"
    else:
        yield f"Practise with: speakup drill {added.drills[0]}"
