"""What the coach's pane of a drill says before a response and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drills.view import closing
from trainer.screens.coaching import hints_text
from trainer.skill_words import skill_words
from trainer.widgets.lit import lit
from trainer.widgets.plain_text import plain
from trainer.widgets.prose import Paragraph, heading, paragraph
from trainer.widgets.talk import Try

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.drills.state import State
    from trainer.drills.view import View
    from trainer.play.feedback import Feedback


def waiting_text(state: State) -> list[Paragraph]:
    """Return what stands in the coach's pane before anything was said."""
    drill = state.drill
    return [
        heading("Take your time"),
        paragraph("There is no grade here. You can try each line as often as you like.", gap=0),
        heading("What you practise"),
        paragraph(skill_words(drill.skill), lead="· ", look="bold $text-primary", gap=0),
        paragraph(drill.summary),
    ]


def below_text(state: State, shown: View) -> list[Paragraph]:
    """Return what stands below the talk where there is no feedback: hints, or how it went."""
    if state.phase != "ended":
        return hints_text(shown.hints, more=shown.more_hints)
    return [heading("Done for today"), *(paragraph(line, gap=0) for line in closing(state))]


def tries(state: State, told: Feedback | None, numbers: Mapping[str, int]) -> list[Try]:
    """Return the responses to show: the last two tries, or the only one, or the one that waits."""
    attempts = state.turn.attempts
    if state.missed:
        return [Try("You", plain(state.missed))]
    if not attempts or state.phase == "ended":
        return []
    if state.phase == "responding":
        return [Try("Your last try", plain(attempts[-1].text))]
    words = lit(told.text, told.marks, numbers) if told else plain(attempts[-1].text)
    if len(attempts) == 1:
        return [Try("You", words)]
    before = Try(f"Try {len(attempts) - 1}", plain(attempts[-2].text))
    return [before, Try(f"Try {len(attempts)}, now", words)]
