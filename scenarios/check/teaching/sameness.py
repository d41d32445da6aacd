"""Whether something is said twice: a line of the partner on two paths, or a sentence anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.teaching.prose import sentences, words
from scenarios.check.teaching.texts import texts_of
from scenarios.faults import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.check.teaching.texts import Text
    from scenarios.faults import Fault

SHORT_LINE = 3
"""Words. A line as short as "I see." may be said again."""
SHORT_SENTENCE = 5
"""Words. A sentence as short as "She puts the pen down." may stand again."""
LEFT_OUT = frozenset(("title", "option", "saying", "strong", "weak"))
"""Titles, which the story may take up, and what players say, since people say the same in several scenes."""


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each line and each sentence that stands twice in the file."""
    lines: dict[str, Text] = {}
    seen: dict[str, Text] = {}
    for text in texts_of(subject.scenario):
        if text.kind == "partner" and (first := _again(text.says, text, lines, SHORT_LINE)):
            message = f"the partner says the same in line {_line(subject, first)}: {quoted(text.says)}"
            yield subject.warning(message, "let them say it as one says it on this path", *text.path)
            continue
        if text.kind in LEFT_OUT:
            continue
        for sentence in sentences(text.says):
            if first := _again(sentence, text, seen, SHORT_SENTENCE):
                message = f"this sentence stands in line {_line(subject, first)} too: {quoted(sentence)}"
                yield subject.warning(message, "say it in other words", *text.path)


def _again(said: str, text: Text, known: dict[str, Text], short: int) -> Text | None:
    """Return where the same was said before, in a place that can be met beside this one."""
    bare = words(said)
    if len(bare) <= short:
        return None
    first = known.setdefault(" ".join(bare), text)
    return first if first.row != text.row else None


def _line(subject: Subject, text: Text) -> int:
    return subject.source.place(*text.path).line
