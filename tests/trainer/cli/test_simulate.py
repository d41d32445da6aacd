from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


def test_a_good_scenario_is_told_as_one(run: Run, library: Path) -> None:
    ran = run("simulate", "the-test", "--runs", "200")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("The test: 200 plays with seed 1.\n")
    assert "Everything was reached, and everybody landed where they may." in ran.out
    assert library.exists()


def test_a_file_can_be_simulated_and_what_is_never_reached_ends_with_1(run: Run, library: Path) -> None:
    ran = run("simulate", str(library / "the-test.yaml"), "--runs", "1")
    assert (ran.status, ran.err) == (1, "")
    assert "never reached: the reply told." in ran.out


def test_simulate_for_a_program(run: Run, library: Path) -> None:
    ran = run("simulate", "the-test", "--runs", "200", "--seed", "3", "--json")
    told = json.loads(ran.out)
    assert (told["scenario"], told["plays"], told["seed"], told["is_good"]) == ("the-test", 200, 3, True)
    assert {"what": "scene", "name": "told", "times": 200} in told["visits"]
    assert library.exists()


def test_what_cannot_be_simulated_is_told_in_one_line(run: Run) -> None:
    ran = run("simulate", "no-such-story")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith('speakup: there is no scenario "no-such-story"')
    assert run("simulate", "the-concert", "--runs", "0").status == 2
