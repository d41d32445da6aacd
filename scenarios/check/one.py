"""Checks one file, whatever it means to be: a scenario, a drill, or what a pack says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check import drills
from scenarios.check.brief import Brief, brief_of, brief_of_drill
from scenarios.check.drills import DrillSubject
from scenarios.check.families import OF_ONE
from scenarios.check.reading import marked_results
from scenarios.check.result import Result
from scenarios.check.subject import Subject
from scenarios.drill import Drill
from scenarios.drill_load import drill_in, is_drill
from scenarios.load import Loaded, read_scenario
from scenarios.model import Scenario
from scenarios.packs.manifest import MANIFEST, faults_of_manifest
from scenarios.spelling import keys_of

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.drill_load import LoadedDrill
    from scenarios.tree import Source


def check_file(file: Path) -> Result:
    """Check one file."""
    if file.name == MANIFEST:
        return Result(faults_of_manifest(file))
    loaded = read_scenario(file)
    if is_drill(loaded.source) and loaded.source:
        return _drill(drill_in(loaded.source))
    return _scenario(loaded)


def _is_stray(source: Source | None) -> bool:
    """Say whether a file can be read, holds something, and has no key that a scenario or a drill has."""
    known = {*keys_of(Scenario), *keys_of(Drill)}
    return source is not None and bool(source.root.entries) and known.isdisjoint(source.root.entries)


def brief_in(file: Path) -> Brief | None:
    """Return only what the others need to know of a file; None where it is no scenario and no drill."""
    loaded = read_scenario(file)
    if is_drill(loaded.source) and loaded.source:
        found = drill_in(loaded.source)
        return brief_of_drill(DrillSubject(found.drill, loaded.source)) if found.drill else None
    return brief_of(Subject(loaded.scenario, loaded.source)) if loaded.scenario and loaded.source else None


def _scenario(loaded: Loaded) -> Result:
    if not (loaded.scenario and loaded.source):
        return Result(loaded.faults, is_stray=_is_stray(loaded.source))
    subject = Subject(loaded.scenario, loaded.source)
    faults = [fault for family in OF_ONE for fault in family(subject)]
    tried = tuple(result.is_right for result in marked_results(subject))
    return Result((*loaded.faults, *faults), tried, brief_of(subject))


def _drill(loaded: LoadedDrill) -> Result:
    if not (loaded.drill and loaded.source):
        return Result(loaded.faults)
    subject = DrillSubject(loaded.drill, loaded.source)
    tried = tuple(result.is_right for result in drills.tried(subject))
    return Result((*loaded.faults, *drills.check(subject)), tried, brief_of_drill(subject))
