"""The debrief as text: the ending, the profile, the strongest line, the hardest moment, the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.play.debrief import NO_STRONGEST
from trainer.widgets.bar import bar
from trainer.widgets.prose import Paragraph, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.play.chairs import TwoChairs
    from trainer.play.debrief import Debrief, Hardest, Measure, Passed, Strongest

TONES = {
    "repaired": "How it ended: the two of you are closer than before.",
    "open": "How it ended: it was said, and not all of it is settled.",
    "costly": "How it ended: it stayed calm, and that had a price.",
    "lost": "How it ended: the two of you lost each other this time.",
}
"""How a story of each tone ended, in a sentence that describes and does not judge."""


def ending_text(told: Debrief) -> list[Paragraph]:
    """Return how it ended."""
    found: list[Paragraph] = []
    if told.title:
        found += [paragraph((told.title, "bold $text-primary")), paragraph(told.text, gap=0)]
        found.append(paragraph(told.principle, lead="▏ ", look="$text-primary"))
    if told.tone:
        found.append(paragraph((TONES[told.tone], "$text-muted")))
    if told.endings:
        met = f"Endings met: {len(told.endings_met)} of {told.endings}"
        found.append(
            paragraph(
                (met + (f" ({', '.join(told.endings_met)})" if told.endings_met else ""), "$text-muted"),
                gap=0,
            )
        )
    return found


def profile_text(measures: tuple[Measure, ...], put_right: str = "") -> Iterator[Paragraph]:
    """Return the profile, a bar and a word for each axis; there is no sum."""
    if not measures:
        return
    yield heading("How you came across")
    width = max(len(each.title) for each in measures)
    for each in measures:
        yield paragraph(
            f"{each.title.ljust(width)}  ",
            *bar(each.value, is_good=each.is_good),
            f"  {each.words}",
            gap=0,
        )
    if put_right:
        yield paragraph((put_right, "$text-muted"))
    low = [each.title.lower() for each in measures if not each.is_good]
    if low:
        yield paragraph(
            (f"For {' and '.join(low)}, less is better. There is no sum of these.", "$text-muted"), gap=1
        )


def strongest_text(strongest: Strongest | None) -> Iterator[Paragraph]:
    """Return the line that did most, or a kind word where none stands out."""
    if strongest is None:
        yield paragraph((NO_STRONGEST, "$text-muted"))
    else:
        yield heading("Your strongest line")
        yield paragraph((f"“{strongest.text}”", "bold"), lead="  ", gap=0)
        yield paragraph(
            (", ".join(strongest.skills), "$text-success"), lead="  ✓ ", look="$text-success", gap=0
        )


def hardest_text(hardest: Hardest | None) -> Iterator[Paragraph]:
    """Return the moment to take again."""
    if not hardest:
        return
    yield heading("Your hardest moment")
    if hardest.partner:
        yield paragraph(("They said: ", "$text-muted"), hardest.partner, lead="  ", gap=0)
    yield paragraph(("You said: ", "$text-muted"), hardest.text, lead="  ", gap=0)
    yield paragraph(("The idea: ", "$text-muted"), hardest.principle, lead="  ", gap=0)


def path_text(path: tuple[Passed, ...], partner: str) -> Iterator[Paragraph]:
    """Return the way through the story, with the ways not taken."""
    if not path:
        return
    yield heading("The way you went")
    for number, each in enumerate(path, 1):
        yield from _passed(number, each, partner)


def _passed(number: int, each: Passed, partner: str) -> Iterator[Paragraph]:
    lead = f"{number}  "
    inner = " " * len(lead)
    gap = 0 if number == 1 else 1
    tries = f"  ({each.tries} tries)" if each.tries > 1 else ""
    if each.partner:
        yield paragraph(
            (f"{partner}: ", "$text-secondary"), each.partner, lead=lead, look="bold $text-primary", gap=gap
        )
        lead, gap = inner, 0
    yield paragraph(("You: ", "$text-primary"), each.text, (tries, "$text-muted"), lead=lead, gap=gap)
    for words in each.later:
        yield paragraph(("You, later: ", "$text-muted"), words, lead=inner, gap=0)
    if each.inner:
        yield paragraph((f"In you: {each.inner}", "italic $text-muted"), lead=inner, gap=0)
    for other in each.untaken:
        was = "tried, not taken: " if other.was_tried else "not taken: "
        yield paragraph((f"{was}{other.says}", "$text-muted"), lead=f"{inner}╌ ", look="$text-muted", gap=0)


def pointer_text(chairs: TwoChairs | None) -> Iterator[Paragraph]:
    """Return where the other chair is to be found."""
    if chairs is None:
        return
    name = chairs.there.name
    if chairs.there.was_played:
        yield heading("Two chairs")
        yield paragraph(
            f"You have sat in both. What went on in {chairs.here.name} and in {name}, side by side: ",
            ("C", "bold $text-primary"), ".", gap=0,
        )  # fmt: skip
        yield paragraph((f"{name}'s chair once more: ", "$text-muted"), ("O", "bold $text-primary"), gap=0)
    else:
        yield heading("The other chair")
        yield paragraph(
            f"The same minutes can be played as {name}, in about {chairs.minutes} minutes: ",
            ("O", "bold $text-primary"), ".", gap=0,
        )  # fmt: skip
        yield paragraph(
            (f"What went on in {name} meanwhile: ", "$text-muted"), ("C", "bold $text-primary"), gap=0
        )
    if chairs.trouble:
        yield paragraph((chairs.trouble, "$text-warning"), gap=0)
