"""Scenario files with typing errors of every kind: a fault with a line each, and never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scenarios.check.families import OF_ONE
from scenarios.check.subject import Subject
from scenarios.load import parse_scenario
from tests.scenarios.stories import story

MUTANTS = 1000
SIGNS = (
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "  ",
    "'",
    '"',
    "\t",
    "&a ",
    "*a",
    "!",
    "#",
    ">",
    "|",
    "\n",
    "~",
    "é",
    "\x00",
)
PAGE = Path(__file__).parents[2] / "docs" / "format.md"


def mutant(text: str, chance: random.Random) -> str:
    """Change a text as a slip of the hand would, up to four times."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        lines = text.splitlines(keepends=True)
        match chance.randrange(5):
            case 0:
                text = text[:at] + text[at + chance.randint(1, 20) :]
            case 1:
                text = text[:at] + chance.choice(SIGNS) + text[at:]
            case 2:
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                text = "".join(lines)
            case 3:
                del lines[chance.randrange(len(lines))]
                text = "".join(lines)
            case _:
                words = text.split(" ")
                words[chance.randrange(len(words))] = chance.choice(words)
                text = " ".join(words)
    return text


@pytest.mark.parametrize("seed", range(4))
def test_a_mutant_never_gives_a_traceback(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a slip of the hand is no secret
    whole = [story(), PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]]
    for _ in range(MUTANTS // 4):
        loaded = parse_scenario(mutant(chance.choice(whole), chance))
        assert loaded.scenario or loaded.faults
        faults = list(loaded.faults)
        if loaded.scenario and loaded.source:
            subject = Subject(loaded.scenario, loaded.source)
            faults += [fault for family in OF_ONE for fault in family(subject)]
        for fault in faults:
            assert fault.line >= 1
            assert fault.column >= 1
            assert "\n" not in str(fault)
