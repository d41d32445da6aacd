"""Runs every check on files and folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.check.families import OF_ALL
from scenarios.check.kept import brief, checked, tidy
from scenarios.check.many import done_with_each
from scenarios.places import BUILT_IN, BUILT_IN_DRILLS

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.check.brief import Brief
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
    left_out: tuple[Path, ...] = ()
    """Files in the folders that are surely neither scenario, drill nor pack."""

    @property
    def counts(self) -> Counts:
        """How many faults of each severity there are."""
        return counts(self.faults)


def check(paths: Sequence[Path], progress: Progress | None = None) -> tuple[Fault, ...]:
    """Return every fault of the files in these files and folders, sorted."""
    return examine(paths, progress).faults


def examine(paths: Sequence[Path], progress: Progress | None = None) -> Checked:
    """Check the files in these files and folders, and tell how their marked responses fared."""
    files = files_of(paths)
    results, strays = [], []
    for number, (file, result) in enumerate(zip(files, done_with_each(checked, files), strict=True), 1):
        if result.is_stray and file not in paths:
            strays.append(file)
        else:
            results.append(result)
        if progress:
            progress(number, len(files))
    tidy()
    briefs = [each.brief for each in results if each.brief]
    faults = [fault for each in results for fault in each.faults]
    faults.extend(fault for family in OF_ALL for fault in family(briefs, _built_in(files)))
    tried = [is_right for each in results for is_right in each.tried]
    return Checked(len(results), tuple(sorted(set(faults))), len(tried), sum(tried), tuple(strays))


def _built_in(files: Sequence[Path]) -> list[Brief]:
    """Return what comes with the program, to compare with; not what is being checked."""
    own = {file.resolve() for file in files}
    others = (file for file in library_files() if file.resolve() not in own)
    return [found for file in others if (found := brief(file))]


def library_files() -> tuple[Path, ...]:
    """Return the scenarios and drills that come with the program."""
    return files_of((BUILT_IN, BUILT_IN_DRILLS))


def counts(faults: Iterable[Fault]) -> Counts:
    """Count the faults by severity."""
    severities = [fault.severity for fault in faults]
    return Counts(severities.count("error"), severities.count("warning"), severities.count("note"))


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to check: those named, and those in folders named, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(each for each in path.rglob("*") if _is_scenario(each)) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _is_scenario(path: Path) -> bool:
    return path.suffix in ENDINGS and not path.name.startswith(".") and path.is_file()
