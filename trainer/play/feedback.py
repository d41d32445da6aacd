"""The feedback on one attempt: what was there, what was missing, why it matters, one thing to try."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.model import Reply
from trainer.errors import PlayError
from trainer.play.events import OTHERWISE, How
from trainer.play.explained import explained
from trainer.play.gentle import counted, parted, softened, style_line
from trainer.play.meant import as_meant, meant_labels, meant_words
from trainer.play.names import is_skill, title
from trainer.play.turn import foreseen_reply
from trainer.play.view import best_saying

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scenarios.model import Coach, Otherwise
    from scoring.explanation import Edit, Explanation, Found, Missing
    from scoring.verdict import Role, Span
    from trainer.play.reading import Reading
    from trainer.play.state import Attempt, Said, State

UNSURE = 0.4
"""Below this the scorer says that it is not sure of its reading."""
STRONG = 3.5
"""From this rating on a response without a pitfall, and with a skill that was called for, is a strong one."""


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
    soft: tuple[Found, ...] = ()
    """Pitfalls that are only a small change, since a skill was shown beside them."""
    nearly: tuple[Missing, ...] = ()
    """What the moment calls for and was nearly there."""
    is_strong: bool = False
    """Whether it is strong as it is: then nothing is missing, and what there is to try is only an idea."""


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
        style=style_line(now.reading.style, told.found) if now.reading.understood else "",
        skills=tuple(each for each in told.found if each.is_skill),
        pitfalls=tuple(each for each in told.found if not each.is_skill),
        marks=tuple(marks(told)),
        missing=_missing(told.missing[:2], foreseen, now, state.scenario.role),
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
    if words := meant_words(state, now):
        return as_meant(found, words, meant_labels(state, now))
    found = parted(softened(found), now.reading.labels, state.scenario.role)
    own_idea = foreseen.coach.try_ if foreseen.coach else ""
    return as_strong(found, own_idea) if is_strong(now.reading, found, state.scene.calls_for) else found


def is_strong(reading: Reading, told: Feedback, calls_for: Collection[str]) -> bool:
    """Say whether a response is strong as it is."""
    shown = {each.label for each in told.skills}
    fits = not shown.isdisjoint(calls_for) if calls_for else bool(shown)
    return fits and told.is_sure and not (told.pitfalls or told.soft) and reading.rating >= STRONG


def as_strong(told: Feedback, idea: str) -> Feedback:
    """Return feedback that leaves a strong response as it is; at most the author's own idea is offered.

    What the author wrote for any answer of one's own does not know what was shown in this one.
    """
    if told.is_otherwise:
        told, idea = replace(told, coach=None), ""
    return replace(told, is_strong=True, missing=(), nearly=(), edit=None, try_next=idea)


def marks(told: Explanation) -> Iterator[Mark]:
    """Return the words to light up, in the order of the text."""
    found = [(span, each) for each in told.found for span in each.spans]
    for span, each in sorted(found, key=lambda pair: (pair[0], pair[1].label)):
        yield Mark(span, each.label, each.name, each.is_skill)


def _missing(
    missing: tuple[Missing, ...], foreseen: Reply | Otherwise, made: Attempt, role: Role
) -> tuple[Missing, ...]:
    """Return what was missing, but for what the words show that the player took or chose.

    An option that its author wrote as a good answer lacks nothing.
    """
    if not isinstance(foreseen, Reply) or not (made.how == "picked" or made.chosen):
        return missing
    is_clean = all(is_skill(each, role) for each in foreseen.shows)
    is_good = made.how == "picked" and foreseen.alliance > 0 and is_clean
    return () if is_good else tuple(each for each in missing if each.label not in foreseen.shows)


def _taken_as(state: State, attempt: Attempt) -> str:
    if attempt.how == "picked" or attempt.reply == OTHERWISE:
        return ""
    saying = state.scene.replies[attempt.reply].says[0]
    return "" if saying.casefold() == attempt.text.casefold() else saying


def compared(role: Role, before: Attempt, now: Attempt) -> Comparison:
    """Lay two attempts side by side."""
    then, since = _held(before, role), _held(now, role)
    gained, lost = sorted(since - then), sorted(then - since)
    return Comparison(
        before, now, tuple(title(each, role) for each in gained), tuple(title(each, role) for each in lost)
    )


def _held(attempt: Attempt, role: Role) -> set[str]:
    """Return the labels of an attempt to compare by, without what the player took back."""
    read = attempt.reading.labels
    kept = {each for each in read if is_skill(each, role)} if attempt.contested else read
    return counted(kept, role)
