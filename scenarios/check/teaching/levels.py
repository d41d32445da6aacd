"""Whether a 13-year-old can read the coaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.teaching.prose import grade, syllables, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault
    from scenarios.model import Coach, Scene
    from scenarios.tree import Step

HARDEST = 8.0
"""The years of school that a text may ask for; somebody of 13 has about eight."""
SHORT = 40.0
"""A measure of few words says little: a text may ask for `SHORT / words` years more."""
LONG_WORD = 3
"""From so many syllables on a word is named as one to change."""


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each piece of coaching that is too hard to read."""
    for scene in subject.scenario.scenes.values():
        for text, path in _coaching(scene):
            asked = grade(text)
            if asked > HARDEST + SHORT / max(1, len(words(text))):
                message = f"this asks for about {asked:.0f} years of school, and somebody of 13 must read it"
                yield subject.warning(message, _mend(text), "scenes", scene.id, *path)


def _coaching(scene: Scene) -> Iterator[tuple[str, tuple[Step, ...]]]:
    yield scene.principle, ("principle",)
    yield scene.stem.replace("...", "so").replace("…", "so"), ("stem",)
    for reply in scene.replies.values():
        yield _whole(reply.coach), ("replies", reply.id, "coach")
    if scene.otherwise.coach:
        yield _whole(scene.otherwise.coach), ("otherwise", "coach")


def _whole(coach: Coach) -> str:
    return "\n".join(part for part in (coach.principle, coach.effect, coach.try_) if part)


def _mend(text: str) -> str:
    long = dict.fromkeys(word for word in words(text) if syllables(word) >= LONG_WORD)
    named = f" (such as for {', '.join(list(long)[:3])})" if long else ""
    return f"use shorter sentences and shorter words{named}"
