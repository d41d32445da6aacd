"""Files with typing errors of every kind: a fault with a line each, and never a traceback or a wait."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scenarios.check import drills
from scenarios.check.drills import DrillSubject
from scenarios.check.families import OF_ONE
from scenarios.check.subject import Subject
from scenarios.drill_load import drill_in, is_drill
from scenarios.load import parse_scenario
from scenarios.places import BUILT_IN_DRILLS
from scenarios.starters import started
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from scenarios.faults import Fault

MUTANTS = 10_000
SEEDS = 20
"""Parts of the work, so that several processes can share it."""
LONGEST = 1.0
"""Seconds of this process that one mutant may take."""
SIGNS = (
    *("[", "]", "{", "}", ":", "- ", "  ", "'", '"', "\t", "&a ", "*a", "!", "#", ">", "|", "\n", "~", "é"),
    *("\x00", "\ufeff", "\u202e", "\r", "0", "-5", "and", "not ", "when: ", "goes: ", "..."),
)
PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
WHOLE = (
    *(story(), started("a-story", "client"), started("a-story", "therapist")),
    *(part.split("```")[0] for part in PAGE.split("```yaml\n")[1:]),
    (BUILT_IN_DRILLS / "names-feeling.yaml").read_text(encoding="utf-8"),
)


def mutant(text: str, chance: random.Random) -> str:
    """Change a text as a slip of the hand would: once, or a few times."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = changed(text, chance)
    return text


def changed(text: str, chance: random.Random) -> str:
    """Change a text in one place."""
    at = chance.randrange(len(text))
    lines = text.splitlines(keepends=True)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            return text[:at] + text[at + chance.randint(1, 20) :]
        case 1:
            return text[:at] + chance.choice(SIGNS) + text[at:]
        case 2:
            lines.insert(one, lines[other])
        case 3:
            del lines[one]
        case 4:
            lines[one], lines[other] = lines[other], lines[one]
        case 5:
            lines[one] = "  " + lines[one] if chance.random() < 0.5 else lines[one].removeprefix("  ")
        case 6:
            key, colon, value = lines[one].partition(": ")
            lines[one] = f"{key}{colon}{lines[other].partition(': ')[2] or value}"
        case _:
            words = text.split(" ")
            words[chance.randrange(len(words))] = chance.choice(words)
            return " ".join(words)
    return "".join(lines)


def faults_of(text: str) -> list[Fault]:
    """Return all that is wrong with a file, and see that a file that cannot be used has an error."""
    loaded = parse_scenario(text)
    if loaded.source and is_drill(loaded.source):
        found = drill_in(loaded.source)
        assert found.drill or any(fault.is_error for fault in found.faults)
        checked = drills.check(DrillSubject(found.drill, loaded.source)) if found.drill else ()
        return [*found.faults, *checked]
    assert loaded.scenario or any(fault.is_error for fault in loaded.faults)
    if not (loaded.scenario and loaded.source):
        return list(loaded.faults)
    subject = Subject(loaded.scenario, loaded.source)
    return [*loaded.faults, *(fault for family in OF_ONE for fault in family(subject))]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_mutant_never_gives_a_traceback(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a slip of the hand is no secret
    for whole in WHOLE:  # what the scorer reads in them is known from here on
        faults_of(whole)
    for _ in range(MUTANTS // SEEDS):
        text = mutant(chance.choice(WHOLE), chance)
        began = time.process_time()
        faults = faults_of(text)
        assert time.process_time() - began < LONGEST, text
        for fault in faults:
            assert fault.line >= 1, text
            assert fault.column >= 1, text
            assert "\n" not in str(fault), text
