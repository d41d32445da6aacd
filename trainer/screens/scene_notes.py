"""The chosen scene in full, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.play.documents import document
from trainer.skill_words import skill_words
from trainer.widgets.prose import Paragraph, heading, paragraph

if TYPE_CHECKING:
    from scenarios.library import Entry

LEVELS = {1: "gentle", 2: "harder", 3: "hard"}
WHO = {"client": "You are the client", "therapist": "You are the therapist"}


def described(entry: Entry) -> list[Paragraph]:
    """Return what a person wants to know before they begin."""
    found = [paragraph((entry.title, "bold $text-primary"))]
    if entry.summary:
        found.append(paragraph(entry.summary, gap=0))
    found.append(paragraph(f"{WHO.get(entry.role, entry.role)}, with {entry.partner}."))
    found.append(
        paragraph(f"About {entry.minutes} minutes. Level {entry.level} of 3: {LEVELS[entry.level]}.", gap=0)
    )
    if entry.pack:
        found.append(paragraph(("From the pack ", "$text-muted"), entry.pack, gap=0))
    if entry.content_notes:
        found.append(paragraph(("Touches on: ", "bold $text-warning"), ", ".join(entry.content_notes)))
    if entry.practises:
        found.append(heading("You practise"))
        found += [paragraph(skill_words(each), lead="· ", gap=0) for each in entry.practises]
    if entry.sources:
        found.append(heading("Comes from"))
        found += [paragraph((str(document(each)), "$text-muted"), gap=0) for each in entry.sources]
    return found
