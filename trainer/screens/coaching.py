"""What the coach says: the feedback on a response, the hints, and a word before anything was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.play.gentle import NEAR, small_changes
from trainer.skill_words import skill_words
from trainer.widgets.lit import small
from trainer.widgets.prose import Paragraph, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scenarios.model import Scenario
    from scoring.explanation import Found
    from trainer.play.feedback import Feedback
    from trainer.play.view import Hint

GOOD, BAD, LACKS, NEARLY, SMALL = "✓", "!", "○", "◐", "·"


def feedback_text(told: Feedback, numbers: Mapping[str, int]) -> list[Paragraph]:
    """Return the feedback on one attempt: the principle comes before any script."""
    showed = "What was strong" if told.is_strong else "What showed"
    return [
        *_style(told),
        *_found(showed, told.skills, numbers, GOOD, "bold $text-success"),
        *_found("What got in the way", told.pitfalls, numbers, BAD, "bold $text-warning"),
        *_changed(told),
        *_idea(told),
        *_missing(told),
        *_nearly(told),
        *_small_change(told),
        *_try_next(told),
        *_examples(told),
    ]


def _style(told: Feedback) -> Iterator[Paragraph]:
    if told.meant:
        yield paragraph((told.meant, "bold"))
        return
    if told.style:
        yield paragraph((told.style, "bold"))
    if not told.is_sure:
        yield paragraph(("I am not sure that I read this rightly.", "italic"), gap=0)
    if told.taken_as:
        yield paragraph(("Heard as: ", "$text-muted"), (f"“{told.taken_as}”", "$text-muted"), gap=0)
    elif told.is_otherwise:
        yield paragraph(("This is an answer of your own, none of those foreseen.", "$text-muted"), gap=0)
    if not (told.skills or told.pitfalls or told.soft):
        yield paragraph("I found nothing in these words that I know how to name.")


def _found(
    title: str, found: Sequence[Found], numbers: Mapping[str, int], mark: str, look: str
) -> Iterator[Paragraph]:
    if found:
        yield heading(title)
    for each in sorted(found, key=lambda each: numbers[each.label]):
        words = " … ".join(f"“{word}”" for word in each.words)
        lead = f"{mark}{small(numbers[each.label])} "
        yield paragraph((each.name, "bold"), f"  {words}", lead=lead, look=look, gap=0)
        if each.why:
            yield paragraph((each.why, "$text-muted"), lead=" " * len(lead), gap=0)


def _changed(told: Feedback) -> Iterator[Paragraph]:
    compared = told.compared
    if compared is None or not (compared.gained or compared.lost):
        return
    yield heading("Since your last try")
    if compared.gained:
        yield paragraph(f"New: {', '.join(compared.gained)}", lead="+ ", look="bold", gap=0)
    if compared.lost:
        yield paragraph(f"Gone: {', '.join(compared.lost)}", lead="− ", look="bold", gap=0)


def _idea(told: Feedback) -> Iterator[Paragraph]:
    if told.coach:
        yield heading("The idea")
        yield paragraph(" ".join(filter(None, (told.coach.principle, told.coach.effect))), gap=0)


def _missing(told: Feedback) -> Iterator[Paragraph]:
    if told.missing:
        yield heading("What was missing")
    for each in told.missing:
        yield paragraph(
            (skill_words(each.label), "bold"), f"  {each.why}".rstrip(), lead=f"{LACKS} ", look="bold", gap=0
        )
        is_offered = told.edit is not None and told.edit.label == each.label
        if each.stem and each.stem not in told.try_next and not is_offered:
            yield paragraph(("A way to begin: ", "$text-muted"), each.stem, lead="  ", gap=0)


def _nearly(told: Feedback) -> Iterator[Paragraph]:
    if told.nearly:
        yield heading("Nearly there")
    for each in told.nearly:
        yield paragraph(
            (skill_words(each.label), "bold"),
            f"  {NEAR[each.label].says}",
            lead=f"{NEARLY} ",
            look="bold",
            gap=0,
        )
        if each.stem and each.stem not in told.try_next:
            yield paragraph(("A way to begin: ", "$text-muted"), each.stem, lead="  ", gap=0)


def _small_change(told: Feedback) -> Iterator[Paragraph]:
    changes = list(small_changes(told))
    if changes:
        yield heading("One small change, if you like")
    for each in changes:
        yield paragraph((each, "$text-muted"), lead=f"{SMALL} ", look="$text-muted", gap=0)


def _try_next(told: Feedback) -> Iterator[Paragraph]:
    if told.try_next or told.edit:
        yield heading("An idea, if you like" if told.is_strong else "One thing to try")
    if told.try_next:
        yield paragraph(told.try_next, lead="→ ", look="bold $text-accent", gap=0)
    if told.edit:
        yield paragraph(
            ("Your words with one small change: ", "$text-muted"), f"“{told.edit.text}”", lead="  ", gap=0
        )
        yield paragraph((told.edit.says, "$text-muted"), lead="  ", gap=0)


def _examples(told: Feedback) -> Iterator[Paragraph]:
    if not told.strong and not told.weak:
        return
    yield heading("To compare with")
    for each in told.strong:
        yield paragraph(("strong  ", "$text-muted"), each, lead="+ ", look="bold $text-success", gap=0)
    if told.weak:
        yield paragraph(("weak    ", "$text-muted"), told.weak, lead="− ", look="bold $text-warning", gap=0)


def hints_text(hints: Sequence[Hint], *, more: bool) -> list[Paragraph]:
    """Return the hints that were asked for."""
    found: list[Paragraph] = []
    for hint in hints:
        found += [heading(hint.title), paragraph(hint.text, gap=0)]
    if hints and more:
        found.append(paragraph(("Another hint says more.", "$text-muted")))
    return found


def waiting_text(scenario: Scenario) -> list[Paragraph]:
    """Return what stands in the coach's pane before anything was said."""
    skills = [
        paragraph(skill_words(label), lead="· ", look="bold $text-primary", gap=0)
        for label in scenario.practises
    ]
    partner = scenario.partner
    return [
        heading("Take your time"),
        paragraph("There is no grade here. You can try again, or step back, as often as you like.", gap=0),
        *([heading(partner.name), paragraph(_as_sentence(partner.manner), gap=0)] if partner.manner else []),
        *([heading("What you practise"), *skills] if skills else []),
    ]


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?')) else '.'}"
