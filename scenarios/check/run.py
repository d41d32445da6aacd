"""Runs every check on files and folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.check.families import OF_ALL, OF_ONE
from scenarios.check.reading import marked_results
from scenarios.check.subject import Subject
from scenarios.load import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

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
    faults: list[Fault] = []
    subjects: list[Subject] = []
    right = tried = 0
    for number, file in enumerate(files, 1):
        loaded = read_scenario(file)
        faults.extend(loaded.faults)
        if loaded.scenario and loaded.source:
            subject = Subject(loaded.scenario, loaded.source)
            faults.extend(fault for family in OF_ONE for fault in family(subject))
            results = marked_results(subject)
            tried += len(results)
            right += sum(result.is_right for result in results)
            subjects.append(Subject(loaded.scenario, loaded.source))  # a new one, without all the states
        if progress:
            progress(number, len(files))
    faults.extend(fault for family in OF_ALL for fault in family(subjects))
    return Checked(len(files), tuple(sorted(set(faults))), tried, right)


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
