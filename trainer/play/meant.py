"""What a response counts for: as it was read, or as the player says that they meant it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.model import Reply
from trainer.play.events import OTHERWISE
from trainer.play.names import is_skill
from trainer.play.turn import foreseen_reply

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.play.feedback import Feedback
    from trainer.play.state import Attempt, State


@dataclass(frozen=True, slots=True)
class Shown:
    """The labels that a response counts for."""

    skills: tuple[str, ...]
    pitfalls: tuple[str, ...]


def shown(state: State, at: int, attempt: Attempt) -> Shown:
    """Return what an attempt at a moment of the path counts for.

    Where the story took it for a reply with a pitfall, the pitfall counts, though the scorer saw none. Where
    the player contested the reading, only what they meant counts; an option is what its author says it is.
    """
    reply = foreseen_reply(state.scenario, state.path[at], attempt.reply)
    foreseen = reply.shows if isinstance(reply, Reply) else ()
    read = tuple(each.label for each in attempt.reading.findings)
    role = state.scenario.role
    names = foreseen if attempt.contested or attempt.how == "picked" else read
    return Shown(
        tuple(each for each in names if is_skill(each, role)),
        tuple(each for each in dict.fromkeys((*names, *foreseen)) if not is_skill(each, role)),
    )


def meant_words(state: State, attempt: Attempt) -> str:
    """Return what the player says that they meant, in one sentence; empty where nothing was contested."""
    if not attempt.contested:
        return ""
    if attempt.reply == OTHERWISE:
        return "You meant something of your own."
    saying = state.scene.replies[attempt.reply].says[0]
    if attempt.reply == attempt.found:
        return f"You meant this, and I put the wrong names to it: “{saying}”"
    return f"You meant: “{saying}”"


def meant_labels(state: State, attempt: Attempt) -> tuple[str, ...]:
    """Return the labels of what the player says that they meant."""
    reply = foreseen_reply(state.scenario, state.moment, attempt.reply)
    return reply.shows if isinstance(reply, Reply) else ()


def as_meant(told: Feedback, words: str, labels: Collection[str]) -> Feedback:
    """Return feedback without what rests on a reading that the player contested.

    `words` say what they meant, and `labels` are what that shows. The skills that were seen stay.
    """
    pitfalls = tuple(each for each in told.pitfalls if each.label in labels)
    kept = {each.label for each in (*told.skills, *pitfalls)}
    return replace(
        told,
        style="",
        meant=words,
        pitfalls=pitfalls,
        marks=tuple(each for each in told.marks if each.label in kept),
        missing=tuple(each for each in told.missing if each.label not in labels),
        try_next=(told.coach.try_ if told.coach else ""),
        soft=(),
        edit=None,
        compared=replace(told.compared, gained=(), lost=()) if told.compared else None,
        taken_as="",
        is_sure=True,
    )
