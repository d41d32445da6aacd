"""The scenarios and drills that come with the program: what `check` says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scenarios.check import examine
from scenarios.places import BUILT_IN, BUILT_IN_DRILLS

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted([*BUILT_IN.glob("*.yaml"), *BUILT_IN_DRILLS.glob("*.yaml")])
REACHED = 0.9
"""The share of marked responses that must reach their reply, or be read as what they are, in each file."""


def test_there_are_twelve_scenarios_and_four_drills() -> None:
    assert len(list(BUILT_IN.glob("*.yaml"))) == 12
    assert len(list(BUILT_IN_DRILLS.glob("*.yaml"))) == 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_without_a_warning_and_its_replies_are_found(file: Path) -> None:
    checked = examine([file])
    assert [str(fault) for fault in checked.faults if fault.severity != "note"] == []
    assert checked.marked_right >= REACHED * checked.marked


def test_together_they_say_nothing_twice() -> None:
    checked = examine([BUILT_IN])
    assert [str(fault) for fault in checked.faults if fault.severity != "note"] == []
