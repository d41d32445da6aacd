"""A verdict explained to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from trainer import crisis
from trainer.play.documents import document
from trainer.play.gentle import style_line
from trainer.verdicts.lit import marked, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.explanation import Explanation, Found
    from scoring.verdict import Verdict

SKILL, PITFALL = "green", "yellow"


def verdict_lines(verdict: Verdict, told: Explanation) -> Iterator[str]:
    """Yield the verdict: the words lit, each label with its reason, and one thing to try."""
    if verdict.crisis:
        yield crisis.TITLE
        yield from crisis.TEXT
        return
    yield _lit(verdict, told)
    yield ""
    if not verdict.understood:
        yield "I could not follow this. Other words may help."
        return
    yield f"{style_line(verdict.style, told.found)} (style: {verdict.style})".strip()
    yield f"How far it helps here: {verdict.rating:.1f} of 5."
    if not told.found:
        yield "I found no skill and no pitfall in these words."
    for number, found in enumerate(told.found, 1):
        yield ""
        yield from _found_lines(number, found, verdict)
    yield from _next_lines(told)


def _lit(verdict: Verdict, told: Explanation) -> str:
    """Return the response with its words lit, skills and pitfalls in two colours."""
    skills = {number for number, found in enumerate(told.found, 1) if found.is_skill}
    shown = []
    for piece in pieces(verdict.text, [found.spans for found in told.found]):
        text = marked(piece)
        if piece.numbers:
            text = click.style(text, fg=SKILL if skills & set(piece.numbers) else PITFALL, bold=True)
        shown.append(text)
    return "".join(shown)


def _found_lines(number: int, found: Found, verdict: Verdict) -> Iterator[str]:
    finding = verdict.finding(found.label)
    strength = f" {finding.score:.2f}" if finding else ""
    sign, kind, colour = ("+", "skill", SKILL) if found.is_skill else ("-", "pitfall", PITFALL)
    words = ", ".join(f"“{each}”" for each in found.words)
    name = click.style(f"{sign} {number} {found.name}", fg=colour, bold=True)
    yield f"{name} ({kind}, {found.label}{strength}): {words}" if words else f"{name} ({kind}, "
    f"{found.label}{strength})"
    if found.why:
        yield f"    {found.why}"
    advice = f"; advice {', '.join(found.advice)}" if found.advice else ""
    yield f"    pattern: {found.reason} ({found.pattern}{advice})"


def _source_lines(told: Explanation) -> Iterator[str]:
    """The documents that the ideas come from, each once."""
    for source in dict.fromkeys(source for found in told.found for source in found.sources):
        yield f"from: {document(source)} ({source})"


def _next_lines(told: Explanation) -> Iterator[str]:
    if told.missing or told.try_next or told.edit:
        yield ""
    for missing in told.missing:
        why = f" {missing.why}" if missing.why else ""
        is_offered = missing.stem in told.try_next or (told.edit and told.edit.label == missing.label)
        yield f"Not there: {missing.name}.{why}" + ("" if is_offered else f" For example: {missing.stem}")
    if told.edit:
        yield f"A small change: “{told.edit.text}” {told.edit.says}"
    if told.try_next:
        yield f"One thing to try: {told.try_next}"
    if told.found:
        yield ""
    yield from _source_lines(told)
