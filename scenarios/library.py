"""All scenarios that there are: those that come with the program, the user's own, and those of packs.

Listing costs little however many there are, since an index keeps what the lists
show. A file that is faulty is told in `faults` and never hides another.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import Fault, UnknownScenarioError, one_line, quoted
from scenarios.index import Entry, Known, known_of, read_index, write_index
from scenarios.packs.shelf import pack_folders
from scenarios.places import BUILT_IN, index_file, scenarios_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scenarios.load import Loaded

__all__ = ["Entry", "Library"]

Progress = Callable[[int, int], None]
"""Told how many files are read, and of how many."""

ENDINGS = (".yaml", ".yml")


class Library:
    """The scenarios in some folders. What it finds is found once; `refresh` looks again."""

    def __init__(
        self, folders: Sequence[Path] | None = None, *, index: Path | None = None, keep: bool = True
    ) -> None:
        self._given = tuple(folders) if folders is not None else None
        self._index = (index or index_file()) if keep else None
        self._found: dict[str, Entry] | None = None
        self._faults: tuple[Fault, ...] = ()

    @property
    def _folders(self) -> tuple[Path, ...]:
        """In order of right: of two scenarios with one id, the one in the earlier folder stays."""
        if self._given is not None:
            return self._given
        return (BUILT_IN, scenarios_folder(), *pack_folders().values())

    def entries(self, progress: Progress | None = None) -> tuple[Entry, ...]:
        """Return what the lists show of every scenario that can be played, easy ones first."""
        return tuple(self._entries(progress).values())

    def faults(self, progress: Progress | None = None) -> tuple[Fault, ...]:
        """Return what is wrong with the files, sorted."""
        self._entries(progress)
        return self._faults

    def entry(self, id: str) -> Entry:  # noqa: A002 - the field's own word
        """Return one entry. Raise `UnknownScenarioError` where there is none."""
        found = self._entries()
        if id not in found:
            raise UnknownScenarioError(one_line(id), _nearest(id, found))
        return found[id]

    def load(self, id: str) -> Loaded:  # noqa: A002 - the field's own word
        """Read one scenario. Raise `UnknownScenarioError` where there is none."""
        from scenarios.load import read_scenario

        return read_scenario(Path(self.entry(id).path))

    def refresh(self) -> None:
        """Look at the folders again when next asked."""
        self._found = None

    def _entries(self, progress: Progress | None = None) -> dict[str, Entry]:
        if self._found is None:
            known = self._known(progress)
            found, self._faults = _sorted_out(known)
            self._found = _with_packs(found) if self._given is None else found
        return self._found

    def _known(self, progress: Progress | None) -> dict[str, Known]:
        """Return what is known of every file, reading those that are new or changed."""
        before = read_index(self._index) if self._index else {}
        folders = self._folders
        files = [each for folder in folders for each in _files(folder)]
        known = {path: before[path] for path, state in files if path in before and before[path].is_of(state)}
        unread = [(path, state) for path, state in files if path not in known]
        for number, (path, state) in enumerate(unread, 1):
            known[path] = _read(path, state)
            if progress:
                progress(number, len(unread))
        if self._index and (unread or known.keys() != before.keys()):
            write_index(self._index, {**_elsewhere(before, folders), **known})
        return {path: known[path] for path, _ in files}


def _read(path: str, state: os.stat_result) -> Known:
    from scenarios.load import read_scenario

    return known_of(path, state, read_scenario(Path(path)))


def _files(folder: Path) -> list[tuple[str, os.stat_result]]:
    """Return the scenario files of a folder by name; none where there is no folder."""
    files: list[tuple[str, os.stat_result]] = []
    with suppress(OSError), os.scandir(folder) as found:
        for each in found:
            with suppress(OSError):  # a link that leads nowhere, a file that is just being deleted
                if _is_scenario(each):
                    files.append((each.path, each.stat()))
    return sorted(files, key=lambda file: file[0])


def _is_scenario(file: os.DirEntry[str]) -> bool:
    return file.name.endswith(ENDINGS) and not file.name.startswith(".") and file.is_file()


def _elsewhere(before: dict[str, Known], folders: Iterable[Path]) -> dict[str, Known]:
    """Return what is known of files in other folders, which another library may ask for."""
    ours = {str(folder) for folder in folders}
    return {path: each for path, each in before.items() if str(Path(path).parent) not in ours}


def _sorted_out(known: dict[str, Known]) -> tuple[dict[str, Entry], tuple[Fault, ...]]:
    """Return the entries by id and the faults; the first of two scenarios with one id stays."""
    kept: dict[str, Entry] = {}
    faults = [fault for each in known.values() for fault in each.faults]
    for each in known.values():
        if each.entry is None:
            continue
        first = kept.setdefault(each.entry.id, each.entry)
        if first is not each.entry:
            faults.append(_twice(each.entry, first))
    order = sorted(kept.values(), key=lambda entry: (entry.level, entry.title.casefold(), entry.id))
    return {entry.id: entry for entry in order}, tuple(sorted(faults))


def _with_packs(found: dict[str, Entry]) -> dict[str, Entry]:
    """Say of each scenario which pack it came with."""
    packs = {str(folder): name for name, folder in pack_folders().items()}
    if not packs:
        return found
    homes = {name: packs.get(os.path.dirname(entry.path), "") for name, entry in found.items()}  # noqa: PTH120
    return {name: replace(entry, pack=homes[name]) for name, entry in found.items()}


def _twice(entry: Entry, first: Entry) -> Fault:
    message = f"there is a scenario {quoted(entry.id)} already, in {one_line(first.path)}"
    return Fault(one_line(entry.path), entry.line, 1, "error", message, "give this one another id")


def _nearest(id: str, known: Iterable[str]) -> tuple[str, ...]:  # noqa: A002 - the field's own word
    from rapidfuzz import process

    near = process.extract(id, list(known), limit=3, score_cutoff=60)
    return tuple(name for name, _, _ in near)
