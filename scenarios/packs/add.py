"""Installs a pack: all that it holds is read and judged first, then written anew and put in place at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.drill_load import drill_in, is_drill
from scenarios.faults import Fault, one_line, quoted
from scenarios.load import parse_scenario
from scenarios.packs.errors import PackError
from scenarios.packs.gather import Gathered, gathered
from scenarios.packs.manifest import MANIFEST, Pack, read_manifest
from scenarios.packs.names import is_device
from scenarios.packs.shelf import DRILLS, SCENARIOS, clear_leftovers, is_installed, packs_folder
from scoring.private import make_private

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Parts = dict[str, dict[str, tuple[str, bytes]]]
"""By the folder in which they are kept and by id: the name that a file has in the pack, and its bytes."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a pack."""

    pack: Pack
    scenarios: tuple[str, ...]
    """The ids."""
    drills: tuple[str, ...]
    """The ids."""
    left_out: tuple[str, ...]
    """Files that are no part of a pack and were not taken."""


def add_pack(
    path: Path,
    taken: Mapping[str, str],
    folder: Path | None = None,
    *,
    taken_drills: Mapping[str, str] | None = None,
) -> Added:
    """Install the pack at `path`. Raise `PackError` where it is none, or not to be trusted.

    `taken` and `taken_drills` hold the ids of scenarios and drills that are there already, each with where it
    comes from.
    """
    folder = folder or packs_folder()
    found = gathered(path)
    pack, faults = read_manifest(found.manifest)
    if pack is None:
        raise _faulty(faults)
    if is_installed(pack.name, folder):
        raise PackError(
            f"a pack {pack.name} is installed already; take it away first: speakup remove {pack.name}"
        )
    parts = _parts(found)
    _see_that_ids_are_free(parts[SCENARIOS], taken)
    _see_that_ids_are_free(parts[DRILLS], taken_drills or {})
    try:
        _put(folder, pack, found, parts)
    except OSError as error:
        raise PackError(f"the pack cannot be written to {folder} ({error.strerror})") from error
    return Added(pack, tuple(parts[SCENARIOS]), tuple(parts[DRILLS]), found.left_out)


def _parts(found: Gathered) -> Parts:
    """Return scenarios and drills by id. Raise `PackError` where one is faulty, or two have one id."""
    parts: Parts = {SCENARIOS: {}, DRILLS: {}}
    for name, data in sorted(found.scenarios.items()):
        folder, made = _read(one_line(name), data)
        if made in parts[folder]:
            raise PackError(f"two of its {folder} have the id {made}")
        if is_device(made):
            raise PackError(f"the id {made} means something else on Windows")
        parts[folder][made] = (name, data)
    if not (parts[SCENARIOS] or parts[DRILLS]):
        raise PackError("there is no scenario in it: no file beside pack.yaml that ends in .yaml")
    return parts


def _read(name: str, data: bytes) -> tuple[str, str]:
    """Return the folder in which a file belongs, and its id. Raise `PackError` where it is faulty."""
    loaded = parse_scenario(data, name)
    if loaded.source and is_drill(loaded.source):
        found = drill_in(loaded.source)
        if found.drill is None:
            raise _faulty([fault for fault in found.faults if fault.is_error])
        return DRILLS, found.drill.id
    if loaded.scenario is None:
        raise _faulty([fault for fault in loaded.faults if fault.is_error])
    return SCENARIOS, loaded.scenario.id


def _see_that_ids_are_free(parts: Mapping[str, tuple[str, bytes]], taken: Mapping[str, str]) -> None:
    """Raise `PackError` where something has one of the ids already."""
    for made, (name, _) in parts.items():
        if made in taken:
            raise PackError(f"{quoted(name)} would take the place of {made}, which is {taken[made]}")


def _faulty(faults: Sequence[Fault]) -> PackError:
    more = f" (and {len(faults) - 1} more; see: speakup check)" if len(faults) > 1 else ""
    return PackError(f"{faults[0]}{more}")


def _put(folder: Path, pack: Pack, found: Gathered, parts: Parts) -> None:
    """Write the pack beside the others and give it its name in one step."""
    make_private(folder)
    clear_leftovers(folder)
    made = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder))
    try:
        for name in parts:
            (made / name).mkdir(mode=0o700)
        _write(made / MANIFEST, found.manifest)
        for name, data in found.papers.items():
            _write(made / name, data)
        for place, own in parts.items():
            for name, (_, data) in own.items():
                _write(made / place / f"{name}.yaml", data)
        made.rename(folder / pack.name)
    except BaseException:
        with contextlib.suppress(OSError):
            shutil.rmtree(made)
        raise


def _write(file: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o600), "wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
