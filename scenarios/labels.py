"""The labels of the codebook by role: what a scenario may say that a response shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scenarios.model import Role

SKILLS: Mapping[Role, tuple[str, ...]] = {
    "client": (
        "names_feeling", "describes_event", "states_need", "gives_feedback", "discloses_honestly",
        "asks_question", "invites_repair", "sets_boundary", "respects_boundary",
    ),
    "therapist": (
        "names_rupture", "owns_part", "validates", "explores", "welcomes_feedback", "renegotiates",
        "explains_simply", "holds_boundary", "links_pattern",
    ),
}  # fmt: skip
PITFALLS: Mapping[Role, tuple[str, ...]] = {
    "client": (
        "masks", "withdraws", "appeases", "blames_self", "attacks", "hedges", "pushes_boundary",
    ),
    "therapist": ("defends", "blames_client", "dismisses", "fixes", "interprets", "collapses"),
}  # fmt: skip
ALL_PITFALLS = frozenset(label for labels in PITFALLS.values() for label in labels)


def labels_of(role: Role) -> tuple[str, ...]:
    """Return the labels that a response in this role can show, skills first."""
    return SKILLS[role] + PITFALLS[role]
