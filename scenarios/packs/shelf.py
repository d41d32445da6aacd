"""The packs that are installed. Looking at the shelf costs little: `pack_folders` reads no file."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.faults import Fault, quoted
from scenarios.packs.errors import PackError
from scenarios.places import data_folder
from scenarios.slug import SLUG

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.packs.manifest import Pack

SCENARIOS = "scenarios"
"""The folder in a pack that holds its scenarios."""
DRILLS = "drills"
"""The folder in a pack that holds its drills; packs that were added long ago have none."""
_LEFTOVERS = (".adding-", ".removing-")


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pack."""

    name: str
    pack: Pack | None
    """None where its own file was damaged."""
    faults: tuple[Fault, ...]
    scenarios: tuple[str, ...]
    """The ids, by name."""
    drills: tuple[str, ...]
    """The ids, by name."""


def packs_folder() -> Path:
    """Return the folder in which packs are installed, each in a folder of its own."""
    return data_folder() / "packs"


def pack_folders(folder: Path | None = None) -> dict[str, Path]:
    """Return the folder of scenarios of each installed pack, by the name of the pack."""
    folder = folder or packs_folder()
    try:
        with os.scandir(folder) as found:
            names = [
                each.name
                for each in found
                if SLUG.fullmatch(each.name) and each.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return {}
    return {name: folder / name / SCENARIOS for name in sorted(names)}


def pack_drill_folders(folder: Path | None = None) -> dict[str, Path]:
    """Return the folder of drills of each installed pack, by the name of the pack."""
    return {name: home.with_name(DRILLS) for name, home in pack_folders(folder).items()}


def installed_packs(folder: Path | None = None) -> tuple[Installed, ...]:
    """Return all packs with what they say of themselves."""
    from scenarios.packs.manifest import MANIFEST, read_manifest

    found = []
    for name, scenarios in pack_folders(folder).items():
        try:
            pack, faults = read_manifest((scenarios.parent / MANIFEST).read_bytes()[:1_000_000])
        except OSError as error:
            pack, faults = None, (Fault(MANIFEST, 1, 1, "error", f"it cannot be read ({error.strerror})"),)
        drills = scenarios.with_name(DRILLS)
        found.append(Installed(name, pack, faults, _ids(scenarios), _ids(drills)))
    return tuple(found)


def _ids(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def is_installed(name: str, folder: Path) -> bool:
    """Say whether something has the place of a pack with this name."""
    return os.path.lexists(folder / name)


def remove_pack(name: str, folder: Path | None = None) -> None:
    """Take a pack away. Raise `PackError` where there is none of this name."""
    folder = folder or packs_folder()
    known = pack_folders(folder)
    if name not in known:
        its = f"there are: {', '.join(known)}" if known else "there is none yet"
        raise PackError(f"there is no pack {quoted(name)}; {its}")
    gone = folder / f".removing-{name}-{os.getpid()}"
    try:
        (folder / name).rename(gone)
    except OSError as error:
        raise PackError(f"the pack {name} cannot be removed ({error.strerror})") from error
    clear_leftovers(folder)


def clear_leftovers(folder: Path) -> None:
    """Delete what a kill in the midst of adding or removing has left."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if each.name.startswith(_LEFTOVERS) and each.is_dir(follow_symlinks=False):
                shutil.rmtree(each.path, ignore_errors=True)
