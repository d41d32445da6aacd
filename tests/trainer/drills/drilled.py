"""A drill and responses to it, for tests."""

from __future__ import annotations

from scenarios.drill_load import parse_drill
from scoring.verdict import Finding
from tests.scenarios.drilling import drill
from trainer.drills.events import Began, Judged, Responded, WentOn
from trainer.drills.step import start, step
from trainer.play.reading import Reading

_LOADED = parse_drill(drill()).drill
assert _LOADED
DRILL = _LOADED


def said(*labels: str, rating: float = 4.0, understood: bool = True, text: str = "Words.") -> Responded:
    """A response in which the scorer found these labels."""
    found = tuple(Finding(label, 0.9, ((0, 5),), "p") for label in labels)
    kind = "otherwise" if understood else "not_understood"
    return Responded(text, Reading(found, "assertive", rating, 0.9, understood, kind))


GOOD = said("names_feeling")
BAD = said("masks", rating=2.0)


def began(lines: int = 6, level: int = 1, seed: int = 1, due=(), met=()):
    return Began("the-drill", seed, lines, level, tuple(due), tuple(met))


def practise(answers, *, felt="good", **how):
    """Answer lines one after the other and return the state after the last."""
    state = start(DRILL, began(**how))
    for answer in answers:
        if state.is_over:
            break
        for event in (answer, WentOn(), Judged(felt)):
            state = step(state, event)
    return state
