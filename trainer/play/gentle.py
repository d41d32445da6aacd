"""How feedback is worded: no warning beside a skill, and nothing called missing that was nearly there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.play.names import is_skill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scoring.explanation import Found, Missing
    from scoring.verdict import Role, Style
    from trainer.play.feedback import Feedback

SOFT = {
    "hedges": ("Without {words}, it stands more plainly.", "It could be said a little more plainly."),
    "blames_self": ("It holds without {words}, too.", "It holds without the fault on you, too."),
    "fixes": ("{words} can wait until more was said.", "The plan can wait until more was said."),
}
"""Pitfalls that are only a small change beside a skill: what to tell with their words, and without."""

STYLES: dict[Style, str] = {
    "assertive": "Comes across as open, direct and respectful.",
    "partial": "Comes across as partly said, and partly held back.",
    "passive": "Comes across as held back: what you feel or need is not said.",
    "aggressive": "Comes across as sharp: it goes at the other person.",
    "repairing": "Comes across as turning towards what happened between you.",
    "avoiding": "Comes across as turning away from what happened between you.",
    "escalating": "Comes across as adding to the strain between you.",
}
"""How each style comes across, in one sentence that describes and does not judge."""
_OF_PITFALLS = ("passive", "aggressive", "avoiding", "escalating")
_OF_SKILLS = ("assertive", "repairing", "partial")


@dataclass(frozen=True, slots=True)
class Near:
    """What comes near a skill, and what to tell then."""

    labels: frozenset[str]
    says: str
    asked: bool = False
    """Whether a question comes near it."""


NEAR = {
    "explores": Near(frozenset({"welcomes_feedback"}), "You asked. It could be more open.", asked=True),
    "asks_question": Near(frozenset({"invites_repair"}), "You asked. It could be more open.", asked=True),
    "states_need": Near(
        frozenset({"asks_question", "invites_repair", "respects_boundary"}),
        "You came near it. It could be plainer what you need.",
    ),
    "renegotiates": Near(
        frozenset({"welcomes_feedback"}), "You made room for it. The offer could be clearer."
    ),
    "welcomes_feedback": Near(frozenset({"explores"}), "You asked. There could be more room for criticism."),
    "describes_event": Near(frozenset({"gives_feedback"}), "You came near it. It could be more exact."),
    "gives_feedback": Near(
        frozenset({"describes_event"}), "You said what happened. It could be clearer what would work."
    ),
    "discloses_honestly": Near(
        frozenset({"names_feeling"}), "You said what you feel. It could go a little further."
    ),
    "owns_part": Near(frozenset({"names_rupture"}), "You saw it. Your part in it could be clearer."),
}
"""Skills that can be nearly there."""


def style_line(style: Style, found: Iterable[Found]) -> str:
    """Return how a response comes across, as far as what was found in it can show that; else nothing."""
    kinds = {each.is_skill for each in found}
    if style == "passive" and kinds == {True, False}:
        return STYLES["partial"]
    is_shown = False in kinds if style in _OF_PITFALLS else style in _OF_SKILLS and True in kinds
    return STYLES[style] if is_shown else ""


def counted(labels: Collection[str], role: Role) -> set[str]:
    """Return labels without those that are only a small change beside a skill."""
    has_skill = any(is_skill(each, role) for each in labels)
    return {each for each in labels if not (has_skill and each in SOFT)}


def softened(told: Feedback) -> Feedback:
    """Return feedback in which what is only a small change beside a skill is no pitfall."""
    soft = tuple(each for each in told.pitfalls if told.skills and each.label in SOFT)
    labels = {each.label for each in soft}
    own_idea = told.coach.try_ if told.coach else ""
    is_answered = soft == told.pitfalls and not told.edit
    return replace(
        told,
        pitfalls=tuple(each for each in told.pitfalls if each.label not in labels),
        soft=soft,
        marks=tuple(each for each in told.marks if each.label not in labels),
        try_next=own_idea if soft and is_answered else told.try_next,
    )


def small_changes(told: Feedback) -> Iterator[str]:
    """Yield the small changes, but for one that is shown in the player's own words."""
    for each in told.soft:
        if not told.edit or told.edit.label != each.label:
            yield _small_change(each, told.skills)


def _small_change(soft: Found, skills: Sequence[Found]) -> str:
    with_words, without = SOFT[soft.label]
    taken = [span for each in skills for span in each.spans]
    is_apart = all(end <= first or last <= start for first, last in taken for start, end in soft.spans)
    words = " and ".join(f"“{each}”" for each in soft.words)
    return with_words.format(words=words) if words and is_apart else without


def nearly(missing: Missing, text: str, labels: Collection[str], role: Role) -> bool:
    """Say whether a skill that was called for is nearly there."""
    near = NEAR.get(missing.label)
    if near is None:
        return False
    is_hedged_need = (
        missing.label == "states_need"
        and "hedges" in labels
        and not any(is_skill(each, role) for each in labels)
    )
    return is_hedged_need or (near.asked and "?" in text) or not near.labels.isdisjoint(labels)


def parted(told: Feedback, labels: Collection[str], role: Role) -> Feedback:
    """Return feedback in which what was nearly there stands apart from what was missing."""
    near = tuple(each for each in told.missing if nearly(each, told.text, labels, role))
    return replace(told, nearly=near, missing=tuple(each for each in told.missing if each not in near))
