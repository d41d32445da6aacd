"""The profile: five measures over a session, and never one grade.

Assertiveness training can raise aggression unless the two are measured apart, so honesty,
directness and respect stand beside aggression and withdrawal, and nobody sums them up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.verdict import Role, Verdict


@dataclass(frozen=True, slots=True)
class Axis:
    """One measure of the profile, 0 to 1."""

    name: str
    title: str
    meaning: str
    is_good: bool
    """Whether more of it serves the aim."""
    raised: Mapping[str, float]
    """Labels that raise it, each with how much one response that shows it counts."""
    lowered: Mapping[str, float]


AXES: Mapping[Role, tuple[Axis, ...]] = {
    "client": (
        Axis(
            "honesty",
            "honesty",
            "how much of what was true for you got said",
            is_good=True,
            raised={
                "names_feeling": 0.6,
                "discloses_honestly": 0.7,
                "gives_feedback": 0.6,
                "describes_event": 0.4,
                "states_need": 0.4,
                "sets_boundary": 0.4,
                "respects_boundary": 0.4,
                "invites_repair": 0.3,
                "asks_question": 0.2,
            },
            lowered={"masks": 0.8, "appeases": 0.5, "withdraws": 0.5},
        ),
        Axis(
            "directness",
            "directness",
            "how plainly it was said",
            is_good=True,
            raised={
                "states_need": 0.6,
                "gives_feedback": 0.5,
                "sets_boundary": 0.6,
                "asks_question": 0.5,
                "describes_event": 0.5,
                "names_feeling": 0.4,
                "discloses_honestly": 0.4,
                "invites_repair": 0.4,
            },
            lowered={"hedges": 0.5, "masks": 0.5, "withdraws": 0.5, "appeases": 0.4, "blames_self": 0.2},
        ),
        Axis(
            "respect",
            "respect",
            "how much room it left for the other",
            is_good=True,
            raised={
                "invites_repair": 0.6,
                "respects_boundary": 0.7,
                "describes_event": 0.5,
                "asks_question": 0.5,
                "names_feeling": 0.5,
                "states_need": 0.5,
                "gives_feedback": 0.5,
                "discloses_honestly": 0.5,
                "sets_boundary": 0.5,
            },
            lowered={"attacks": 1.0, "pushes_boundary": 0.7},
        ),
        Axis(
            "aggression",
            "aggression",
            "how much went at the other person",
            is_good=False,
            raised={"attacks": 1.0, "pushes_boundary": 0.4},
            lowered={},
        ),
        Axis(
            "withdrawal",
            "withdrawal",
            "how much was held back",
            is_good=False,
            raised={"withdraws": 1.0, "masks": 0.8, "appeases": 0.6, "blames_self": 0.4, "hedges": 0.3},
            lowered={},
        ),
    ),
    "therapist": (
        Axis(
            "ownership",
            "ownership",
            "how plainly you owned your part",
            is_good=True,
            raised={"owns_part": 1.0, "names_rupture": 0.4},
            lowered={"defends": 0.6, "blames_client": 0.6},
        ),
        Axis(
            "empathy",
            "empathy",
            "how much the other could feel understood",
            is_good=True,
            raised={"validates": 1.0, "explores": 0.4, "names_rupture": 0.3, "owns_part": 0.3},
            lowered={"dismisses": 0.6, "blames_client": 0.6, "fixes": 0.3, "interprets": 0.3},
        ),
        Axis(
            "curiosity",
            "curiosity",
            "how much you asked and did not assume",
            is_good=True,
            raised={"explores": 1.0, "links_pattern": 0.5, "names_rupture": 0.3},
            lowered={"interprets": 0.7, "fixes": 0.4, "dismisses": 0.3},
        ),
        Axis(
            "openness",
            "openness",
            "how much room you made for the other to shape the work",
            is_good=True,
            raised={
                "welcomes_feedback": 0.8,
                "renegotiates": 0.8,
                "explains_simply": 0.5,
                "holds_boundary": 0.3,
                "explores": 0.3,
            },
            lowered={"defends": 0.5, "dismisses": 0.4, "blames_client": 0.4},
        ),
        Axis(
            "defensiveness",
            "defensiveness",
            "how much you guarded yourself",
            is_good=False,
            raised={
                "defends": 1.0,
                "blames_client": 0.9,
                "interprets": 0.6,
                "dismisses": 0.5,
                "fixes": 0.3,
                "collapses": 0.5,
            },
            lowered={},
        ),
    ),
}


def profile(verdicts: Iterable[Verdict], role: Role) -> dict[str, float]:
    """Return each measure from 0 to 1: the mean over the responses; 0.0 everywhere for none."""
    kept = [_measures(role, each.labels) for each in verdicts if each.understood and not each.crisis]
    means = (sum(values) / len(kept) for values in zip(*kept, strict=True)) if kept else repeat(0.0)
    return {axis.name: mean for axis, mean in zip(AXES[role], means, strict=False)}


@lru_cache(maxsize=4096)
def _measures(role: Role, labels: frozenset[str]) -> tuple[float, ...]:
    """Measure one response on every axis."""
    return tuple(_measure(axis, labels) for axis in AXES[role])


def _measure(axis: Axis, labels: frozenset[str]) -> float:
    """One response on one axis: each further label closes part of what is still missing to 1."""
    missing = 1.0
    for label in sorted(labels):
        missing *= 1.0 - axis.raised.get(label, 0.0)
    kept = 1.0
    for label in sorted(labels):
        kept *= 1.0 - axis.lowered.get(label, 0.0)
    return (1.0 - missing) * kept
