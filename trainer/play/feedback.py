"""The feedback on one attempt: what was there, what was missing, why it matters, one thing to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.errors import PlayError
from trainer.play.events import OTHERWISE, How
from trainer.play.explained import explained
from trainer.play.meant import as_meant, meant_labels, meant_words
from trainer.play.names import title
from trainer.play.turn import foreseen_reply
from trainer.play.view import best_saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Coach
    from scoring.explanation import Edit, Explanation, Found, Missing
    from scoring.verdict import Role, Span, Style
    from trainer.play.state import Attempt, Said, State

UNSURE = 0.4
"""Below this the scorer says that it is not sure of its reading."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the response to light up."""

    span: Span
    label: str
    name: str
    is_skill: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The attempt before beside this one."""

    before: Attempt
    now: Attempt
    gained: tuple[str, ...]
    """Names of what this attempt has and the one before had not."""
    lost: tuple[str, ...]
    """Names of what the one before had and this one has not."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that is told of one attempt."""

    text: str
    how: How
    reaction: tuple[Said, ...]
    style: str
    """How it comes across, in one sentence; empty where the player contested that."""
    skills: tuple[Found, ...]
    pitfalls: tuple[Found, ...]
    marks: tuple[Mark, ...]
    """The words to light up, in the order of the text."""
    missing: tuple[Missing, ...]
    """What the moment calls for and was not there; at most two."""
    coach: Coach | None
    try_next: str
    edit: Edit | None
    """The smallest change to the player's own words that would help most."""
    strong: tuple[str, ...]
    weak: str
    taken_as: str
    """The saying that it was taken for; empty where it is that very saying, or none of those foreseen."""
    is_otherwise: bool
    is_sure: bool
    compared: Comparison | None
    number: int
    """Which attempt at the moment this is, from 1."""
    meant: str = ""
    """What the player says that they meant, in one sentence, where they contested the reading."""


STYLES: dict[Style, str] = {
    "assertive": "Open, direct and respectful.",
    "partial": "On the way: some of it is said, some of it still hides.",
    "passive": "What you feel or need stays hidden here.",
    "aggressive": "This puts the other down, and what you need gets lost in it.",
    "repairing": "You turn towards what happened between you.",
    "avoiding": "You move away from what happened between you.",
    "escalating": "This makes the strain between you stronger.",
}


def feedback(state: State, attempt: int = -1) -> Feedback:
    """Return the feedback on an attempt at the present moment, the last one if not said otherwise."""
    if not state.moment.attempts:
        raise PlayError("There is no response to give feedback on yet.")
    attempts = state.moment.attempts
    at = range(len(attempts))[attempt]
    now = attempts[at]
    told = explained(state, now)
    foreseen = foreseen_reply(state.scenario, state.moment, now.reply)
    found = Feedback(
        text=now.text,
        how=now.how,
        reaction=now.reaction,
        style=STYLES.get(now.reading.style, "") if now.reading.understood else "",
        skills=tuple(each for each in told.found if each.is_skill),
        pitfalls=tuple(each for each in told.found if not each.is_skill),
        marks=tuple(marks(told)),
        missing=told.missing[:2],
        coach=foreseen.coach,
        try_next=told.try_next or (foreseen.coach.try_ if foreseen.coach else ""),
        edit=told.edit,
        strong=state.scene.strong[:2] or tuple(filter(None, [best_saying(state)])),
        weak=state.scene.weak,
        taken_as=_taken_as(state, now),
        is_otherwise=now.reply == OTHERWISE,
        is_sure=now.how == "picked" or now.chosen or now.reading.sure >= UNSURE,
        compared=compared(state.scenario.role, attempts[at - 1], now) if at else None,
        number=at + 1,
    )
    words = meant_words(state, now)
    return as_meant(found, words, meant_labels(state, now)) if words else found


def marks(told: Explanation) -> Iterator[Mark]:
    """Return the words to light up, in the order of the text."""
    found = [(span, each) for each in told.found for span in each.spans]
    for span, each in sorted(found, key=lambda pair: (pair[0], pair[1].label)):
        yield Mark(span, each.label, each.name, each.is_skill)


def _taken_as(state: State, attempt: Attempt) -> str:
    if attempt.how == "picked" or attempt.reply == OTHERWISE:
        return ""
    saying = state.scene.replies[attempt.reply].says[0]
    return "" if saying.casefold() == attempt.text.casefold() else saying


def compared(role: Role, before: Attempt, now: Attempt) -> Comparison:
    """Lay two attempts side by side."""
    gained = sorted(now.reading.labels - before.reading.labels)
    lost = sorted(before.reading.labels - now.reading.labels)
    return Comparison(
        before, now, tuple(title(each, role) for each in gained), tuple(title(each, role) for each in lost)
    )
