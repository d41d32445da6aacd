from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


def test_a_drill_is_practised_line_by_line(run: Run, home: Path) -> None:
    ran = run("drill", "names-feeling", "--lines", "2", typed="I feel sad and scared.\non\ngood\npause\n")
    assert (ran.status, ran.err) == (0, "")
    assert "Say what you feel. A drill: you are the client." in ran.out
    assert "Line 2, level 1." in ran.out
    assert (home / "speakup.db").exists()


def test_a_drill_can_be_named_by_its_skill_and_be_private(run: Run, home: Path) -> None:
    ran = run("drill", "owns_part", "--private", "--plain", typed="I am sorry, I was late.\n")
    assert ran.status == 0
    assert "Private: nothing of this is kept." in ran.out
    assert not home.exists()


def test_without_a_name_the_drills_are_shown_with_what_is_due(run: Run) -> None:
    assert "explores: Ask and be curious\n  therapist." in run("drill").out


def test_a_reading_can_be_explained_and_contested(run: Run) -> None:
    ran = run("drill", "names-feeling", typed="The meeting was on Tuesday.\nwhy\nmeant\non\ngood\npause\n")
    assert (ran.status, ran.err) == (0, "")
    assert "I found no skill" in ran.out or "What I look for:" in ran.out
    assert "Thank you. It counts as you meant it" in ran.out
    assert "in 1 of them the skill was there at the end" in ran.out
    told = run("contested").out
    assert "You said: The meeting was on Tuesday." in told
    assert "You meant: names feeling" in told


def test_progress_counts_the_lines_of_drills(run: Run) -> None:
    run("drill", "names-feeling", typed="It's fine.\non\ngood\nI feel sad and scared.\non\ngood\npause\n")
    assert "Drills:\n  names-feeling: 2 lines, practised twice\n" in run("progress").out
    made = json.loads(run("progress", "--json").out)
    assert made["drills"] == [{"drill": "names-feeling", "lines": 2, "times": 2, "due": 0}]


def test_wrong_use_is_told(run: Run) -> None:
    ran = run("drill", "names-feling")
    assert (ran.status, ran.err) == (
        2,
        'speakup: there is no drill "names-feling"; did you mean "names-feeling"?\n',
    )
    assert run("drill", "explores", "--lines", "0").status == 2


def test_list_and_sources_know_the_drills(run: Run) -> None:
    assert "explores: Ask and be curious (drill)\n  therapist, 15 lines" in run("list").out
    kinds = {entry["id"]: entry["kind"] for entry in json.loads(run("list", "--json").out)}
    assert (kinds["explores"], kinds["the-concert"]) == ("drill", "scenario")
    rows = {row["id"]: row["scenarios"] for row in json.loads(run("sources", "--json").out)}
    assert "drill states-need" in rows["E9"]
