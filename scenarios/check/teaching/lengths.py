"""Whether a text is so long that nobody reads it on a small screen, or so short that it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.teaching.prose import words
from scenarios.check.teaching.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault

LENGTHS: Mapping[str, tuple[int, int]] = {
    "title": (1, 9), "summary": (4, 30), "setting": (15, 130), "flag": (2, 30),
    "partner": (1, 70), "aside": (1, 50), "inner": (3, 70),
    "principle": (3, 32), "stem": (2, 24), "option": (1, 32), "saying": (1, 70),
    "strong": (3, 60), "weak": (1, 40), "coach": (3, 40),
    "ending": (3, 120), "lesson": (2, 36),
}  # fmt: skip
"""The least and the most words of each kind of text."""

CALLED: Mapping[str, str] = {
    "flag": "meaning of a flag", "partner": "line of the partner",
    "option": "first saying, which is the option to pick,",
    "strong": "strong example", "weak": "weak example", "coach": "piece of coaching",
    "ending": "text of an ending", "lesson": "principle of an ending",
}  # fmt: skip


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each text whose length is out of range."""
    for text in texts_of(subject.scenario):
        least, most = LENGTHS[text.kind]
        count = len(words(text.says))
        if least <= count <= most:
            continue
        message = f"this {CALLED.get(text.kind, text.kind)} has {count} words"
        mend = f"use at most {most}" if count > most else f"use at least {least}"
        yield subject.warning(message, mend, *text.path)
