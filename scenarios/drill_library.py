"""All drills that there are: those that come with the program and the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.drill_load import read_drill
from scenarios.faults import Fault, UnknownDrillError, did_you_mean, one_line, quoted
from scenarios.places import BUILT_IN_DRILLS, drills_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scenarios.drill import Drill

ENDINGS = (".yaml", ".yml")


class DrillLibrary:
    """The drills in some folders. What it finds is found once."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = tuple(folders) if folders is not None else (BUILT_IN_DRILLS, drills_folder())
        """In order of right: of two drills with one id, the one in the earlier folder stays."""
        self._found: dict[str, Drill] | None = None
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

    def _drills(self) -> dict[str, Drill]:
        if self._found is None:
            found: dict[str, Drill] = {}
            for file in self._files():
                self._take(file, found)
            order = sorted(found.values(), key=lambda drill: (drill.role, drill.title.casefold(), drill.id))
            self._found = {drill.id: drill for drill in order}
        return self._found

    def _take(self, file: Path, found: dict[str, Drill]) -> None:
        loaded = read_drill(file)
        self._faults.extend(loaded.faults)
        if loaded.drill is None:
            return
        if loaded.drill.id in found:
            line = loaded.source.place("drill").line if loaded.source else 1
            message = f"there is a drill {quoted(loaded.drill.id)} already"
            self._faults.append(
                Fault(one_line(str(file)), line, 1, "error", message, "give this one another id")
            )
        found.setdefault(loaded.drill.id, loaded.drill)

    def _files(self) -> Iterator[Path]:
        """Yield the drill files by name; none where there is no folder."""
        for folder in self._folders:
            try:
                yield from sorted(each for each in folder.iterdir() if _is_drill_file(each))
            except OSError:
                continue


def _is_drill_file(path: Path) -> bool:
    return path.suffix in ENDINGS and not path.name.startswith(".") and path.is_file()
