"""Finds the scenario that a command names: by its id in the library, or by its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.errors import Trouble, WrongUse

if TYPE_CHECKING:
    from scenarios.model import Scenario

ENDINGS = (".yaml", ".yml")


def scenario_named(name: str) -> Scenario:
    """Return the scenario with this id, or in this file. `Trouble` where it cannot be played as it is."""
    if name.endswith(ENDINGS) or "/" in name or "\\" in name:
        return scenario_in(Path(name))
    from scenarios.library import Library

    loaded = Library().load(name)
    if loaded.scenario is None:
        raise _faulty(name, [str(fault) for fault in loaded.faults if fault.is_error])
    return loaded.scenario


def scenario_in(file: Path) -> Scenario:
    """Return the scenario in a file."""
    from scenarios.load import read_scenario

    if not file.exists():
        raise WrongUse(f"there is no file {file}")
    loaded = read_scenario(file)
    if loaded.scenario is None:
        raise _faulty(str(file), [str(fault) for fault in loaded.faults if fault.is_error])
    return loaded.scenario


def _faulty(name: str, errors: list[str]) -> Trouble:
    more = f" (and {len(errors) - 1} more; see: speakup check)" if len(errors) > 1 else ""
    return Trouble(f"{name} cannot be read: {errors[0]}{more}")
