"""All drills that there are: those that come with the program, the user's own, and those of packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.drill_index import Key, Read, key_of, read_drills, write_drills
from scenarios.faults import Fault, UnknownDrillError, did_you_mean, one_line, quoted
from scenarios.places import BUILT_IN_DRILLS, drill_index_file, drills_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.drill import Drill

ENDINGS = (".yaml", ".yml")


class DrillLibrary:
    """The drills in some folders. What it finds is found once."""

    def __init__(self, folders: Sequence[Path] | None = None, *, keep: bool = True) -> None:
        self._index = drill_index_file() if keep and folders is None else None
        self._folders = tuple(folders) if folders is not None else _folders()
        """In order of right: of two drills with one id, the one in the earlier folder stays."""
        self._found: dict[str, Drill] | None = None
        self._paths: dict[str, Path] = {}
        self._faults: list[Fault] = []

    def drills(self) -> tuple[Drill, ...]:
        """Return every drill that can be practised, the client's side first."""
        return tuple(self._drills().values())

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong with the files, sorted."""
        self._drills()
        return tuple(sorted(set(self._faults)))

    def drill(self, id: str) -> Drill:  # noqa: A002 - the field's own word
        """Return one drill. Raise `UnknownDrillError` where there is none."""
        found = self._drills()
        if id in found:
            return found[id]
        raise UnknownDrillError(one_line(id), did_you_mean(id, found), tuple(found))

    def file(self, id: str) -> Path:  # noqa: A002 - the field's own word
        """Return the file that a drill comes from. Raise `UnknownDrillError` where there is none."""
        return self._paths[self.drill(id).id]

    def _drills(self) -> dict[str, Drill]:
        if self._found is None:
            found: dict[str, Drill] = {}
            before = read_drills(self._index) if self._index else {}
            known = {key: before.get(key) or _read(file) for key, file in self._keys()}
            for (path, _, _), read in known.items():
                self._take(path, read, found)
            if self._index and known.keys() != before.keys():
                write_drills(self._index, known)
            order = sorted(found.values(), key=lambda drill: (drill.role, drill.title.casefold(), drill.id))
            self._found = {drill.id: drill for drill in order}
        return self._found

    def _take(self, path: str, read: Read, found: dict[str, Drill]) -> None:
        drill, faults = read
        self._faults.extend(faults)
        if drill is None:
            return
        if drill.id in found:
            message = f"there is a drill {quoted(drill.id)} already"
            self._faults.append(Fault(one_line(path), 1, 1, "error", message, "give this one another id"))
        if found.setdefault(drill.id, drill) is drill:
            self._paths[drill.id] = Path(path)

    def _keys(self) -> Iterator[tuple[Key, Path]]:
        """Yield the files as they are now; one that vanishes meanwhile is left out."""
        for file in self._files():
            try:
                yield key_of(file), file
            except OSError:
                continue

    def _files(self) -> Iterator[Path]:
        """Yield the drill files by name; none where there is no folder."""
        for folder in self._folders:
            try:
                yield from sorted(each for each in folder.iterdir() if _is_drill_file(each))
            except OSError:
                continue


def _folders() -> tuple[Path, ...]:
    from scenarios.packs.shelf import pack_drill_folders

    return (BUILT_IN_DRILLS, drills_folder(), *pack_drill_folders().values())


def _read(file: Path) -> Read:
    from scenarios.drill_load import read_drill

    loaded = read_drill(file)
    return loaded.drill, loaded.faults


def _is_drill_file(path: Path) -> bool:
    return path.suffix in ENDINGS and not path.name.startswith(".") and path.is_file()
