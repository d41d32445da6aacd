"""The present moment in lines of plain words, each with its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import crisis
from trainer.play.transcript import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Scenario
    from trainer.play.state import Phase
    from trainer.play.view import Option, View


def opening_lines(scenario: Scenario) -> Iterator[str]:
    """Yield what stands before the first moment."""
    yield scenario.title
    manner = f" ({scenario.partner.manner})" if scenario.partner.manner else ""
    yield f"With: {scenario.partner.name}{manner}."
    yield f"About {scenario.minutes} minutes. Level {scenario.level} of 3."
    if scenario.content_notes:
        yield f"This story touches on: {', '.join(scenario.content_notes)}."
    yield "This is practice, not treatment. Type help for the commands; type pause to stop at any time."


def moment_lines(shown: View) -> Iterator[str]:
    """Yield the talk of the present moment."""
    if shown.setting and not shown.attempts:
        yield shown.setting
    for said in shown.said:
        yield labelled(said)
    for hint in shown.hints:
        yield f"{hint.title}: {hint.text}"


def asking_lines(shown: View) -> Iterator[str]:
    """Yield what is asked, and what is waited for."""
    if shown.asks:
        yield shown.asks
    yield from waiting_lines(shown)


def waiting_lines(shown: View) -> Iterator[str]:
    """Yield what is waited for."""
    if shown.phase in ("clarifying", "offering"):
        yield from option_lines(shown.options)
        yield "Type a number, or say it in other words."
    else:
        yield _WAITS.get(shown.phase, "")
    if "debrief" in shown.actions:
        yield "To go back to the look back on your ending, type: debrief"


_WAITS: dict[Phase, str] = {
    "responding": "Your turn. Type what you say, or: pick, hint, help.",
    "rephrasing": "Type other words, or: pick, hint, help.",
    "feedback": "Type: on, again, why, meant, hint, help.",
    "ended": "Type: plan, note, transcript, back and a number, or pause to close.",
}


def option_lines(options: tuple[Option, ...]) -> Iterator[str]:
    """Yield what can be picked, with its number."""
    for option in options:
        yield f"  {option.number}. {option.says}"


def crisis_lines() -> Iterator[str]:
    """Yield what is said when words may mean danger."""
    yield crisis.TITLE
    yield from crisis.TEXT
    for choice, label in crisis.CHOICES:
        yield f"  {choice}: {label}"
    yield f"Type {', '.join(choice for choice, _ in crisis.CHOICES)}."
