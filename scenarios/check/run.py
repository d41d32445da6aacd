"""Runs every check on files and folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.check import drills
from scenarios.check.brief import Brief, brief_of
from scenarios.check.drills import DrillSubject
from scenarios.check.families import OF_ALL, OF_ONE
from scenarios.check.many import done_with_each
from scenarios.check.reading import marked_results
from scenarios.check.subject import Subject
from scenarios.drill_load import drill_in, is_drill
from scenarios.load import read_scenario
from scenarios.packs.manifest import MANIFEST, faults_of_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.drill_load import LoadedDrill
    from scenarios.faults import Fault

Progress = Callable[[int, int], None]
"""Told how many files are checked, and of how many."""

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many faults of each severity there are."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to."""

    files: int
    faults: tuple[Fault, ...]
    """Sorted by file, line and column."""
    marked: int
    """How many marked responses were tried."""
    marked_right: int
    """How many of them reached the reply that they must."""

    @property
    def counts(self) -> Counts:
        """How many faults of each severity there are."""
        return counts(self.faults)


def check(paths: Sequence[Path], progress: Progress | None = None) -> tuple[Fault, ...]:
    """Return every fault of the scenarios in these files and folders, sorted."""
    return examine(paths, progress).faults


def examine(paths: Sequence[Path], progress: Progress | None = None) -> Checked:
    """Check the scenarios in these files and folders, and tell how their marked responses fared."""
    files = files_of(paths)
    examined: list[_One] = []
    for number, one in enumerate(done_with_each(_one, files), 1):
        examined.append(one)
        if progress:
            progress(number, len(files))
    briefs = [each.brief for each in examined if each.brief]
    drilled = [each.drill for each in examined if each.drill]
    faults = [fault for each in examined for fault in each.faults]
    faults.extend(fault for family in OF_ALL for fault in family(briefs))
    faults.extend(drills.check_all(drilled))
    tried = [is_right for each in examined for is_right in each.tried]
    return Checked(len(files), tuple(sorted(set(faults))), len(tried), sum(tried))


@dataclass(frozen=True, slots=True)
class _One:
    """What came of one file, kept for the checks of all of them."""

    faults: tuple[Fault, ...]
    tried: tuple[bool, ...] = ()
    """Whether each marked response reached what it must."""
    brief: Brief | None = None
    drill: DrillSubject | None = None


def _one(file: Path) -> _One:
    """Check one file: a scenario, a drill, or what a pack says of itself."""
    if file.name == MANIFEST:
        return _One(faults_of_manifest(file))
    loaded = read_scenario(file)
    if loaded.source and is_drill(loaded.source):
        return _one_drill(drill_in(loaded.source))
    if not (loaded.scenario and loaded.source):
        return _One(loaded.faults)
    subject = Subject(loaded.scenario, loaded.source)
    faults = [fault for family in OF_ONE for fault in family(subject)]
    tried = tuple(result.is_right for result in marked_results(subject))
    return _One((*loaded.faults, *faults), tried, brief_of(subject))


def _one_drill(loaded: LoadedDrill) -> _One:
    if not (loaded.drill and loaded.source):
        return _One(loaded.faults)
    subject = DrillSubject(loaded.drill, loaded.source)
    tried = tuple(result.is_right for result in drills.tried(subject))
    return _One((*loaded.faults, *drills.check(subject)), tried, drill=subject)


def counts(faults: Iterable[Fault]) -> Counts:
    """Count the faults by severity."""
    severities = [fault.severity for fault in faults]
    return Counts(severities.count("error"), severities.count("warning"), severities.count("note"))


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to check: those named, and the scenarios in folders named, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(each for each in path.rglob("*") if _is_scenario(each)) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _is_scenario(path: Path) -> bool:
    return path.suffix in ENDINGS and not path.name.startswith(".") and path.is_file()
