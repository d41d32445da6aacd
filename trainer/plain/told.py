"""Feedback, reasons and the debrief in lines of plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.play.debrief import NO_STRONGEST
from trainer.play.gentle import NEAR, small_changes
from trainer.play.plan import sentence
from trainer.play.transcript import chairs_lines, labelled
from trainer.play.why import for_authors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Coach
    from scoring.explanation import Found, Missing
    from trainer.play.chairs import TwoChairs
    from trainer.play.debrief import Debrief, Passed
    from trainer.play.feedback import Comparison, Feedback
    from trainer.play.why import Reason


def feedback_lines(told: Feedback) -> Iterator[str]:
    """Yield the feedback on an attempt: what was there, what was missing, why, and one thing to try."""
    yield f"Feedback on try {told.number}." if told.number > 1 else "Feedback."
    if told.taken_as:
        yield f"I read it as: “{told.taken_as}”"
    if told.meant:
        yield told.meant
    elif told.is_otherwise:
        yield "It is none of the answers that this story knows, so it goes its own way from here."
    if not told.is_sure:
        yield "I am not sure of my reading. If it is wrong, type: meant"
    yield from _label_lines(told)
    yield from _coach_lines(told.coach)
    if told.edit:
        yield f"A small change to your words: “{told.edit.text}” {told.edit.says}"
    if told.try_next:
        yield f"{'An idea, if you like' if told.is_strong else 'One thing to try'}: {told.try_next}"
    yield from _example_lines(told)
    if told.compared:
        yield from _compared_lines(told.compared)


def _label_lines(told: Feedback) -> Iterator[str]:
    if told.style:
        yield told.style
    for found in told.skills:
        yield f"{'Strong' if told.is_strong else 'There'}: {_found(found)}"
    for found in told.pitfalls:
        yield f"Take care: {_found(found)}"
    if not (told.meant or told.skills or told.pitfalls):
        yield "I found nothing in these words that I know how to name."
    for missing in told.missing:
        yield " ".join(_missing(missing, told))
    for missing in told.nearly:
        begin = f" For example: {missing.stem}" if missing.stem not in told.try_next else ""
        yield f"Nearly there: {missing.name}. {NEAR[missing.label].says}{begin}"
    for change in small_changes(told):
        yield f"One small change, if you like: {change}"


def _found(found: Found) -> str:
    words = ", ".join(f"“{each}”" for each in found.words)
    return (f"{found.name}: {words}. {found.why}" if words else f"{found.name}. {found.why}").rstrip()


def _missing(missing: Missing, told: Feedback) -> Iterator[str]:
    """What was missing, why it matters, and a beginning, unless that is what is offered to try anyway."""
    yield f"Missing: {missing.name}."
    if missing.why:
        yield missing.why
    if missing.stem not in told.try_next and not (told.edit and told.edit.label == missing.label):
        yield f"For example: {missing.stem}"


def _coach_lines(coach: Coach | None) -> Iterator[str]:
    if coach:
        yield f"Coach: {' '.join(filter(None, (coach.principle, coach.effect)))}"


def _example_lines(told: Feedback) -> Iterator[str]:
    for example in told.strong:
        yield f"A strong way to say it: “{example}”"
    if told.weak:
        yield f"A weak one: “{told.weak}”"


def _compared_lines(compared: Comparison) -> Iterator[str]:
    yield "The try before and this one:"
    for name, attempt in (("Before", compared.before), ("Now", compared.now)):
        reaction = " ".join(labelled(said) for said in attempt.reaction)
        yield f"  {name}: “{attempt.text}” {reaction}".rstrip()
    if compared.gained:
        yield f"  New: {', '.join(compared.gained)}."
    if compared.lost:
        yield f"  No longer there: {', '.join(compared.lost)}."


def why_lines(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Yield why the words were read as they were."""
    if not reasons:
        yield "I found no skill and no pitfall in these words."
    for each in reasons:
        kind = "skill" if each.is_skill else "a small thing" if each.is_soft else "pitfall"
        words = ", ".join(f"“{word}”" for word in each.words)
        yield f"{each.name} ({kind}): {words}"
        yield f"  What I look for: {each.reason}"
        for document in each.documents:
            yield f"  From: {document}"
    if reasons:
        yield f"For authors: {'; '.join(map(for_authors, reasons))}"


def debrief_lines(told: Debrief) -> Iterator[str]:
    """Yield the look back on a session."""
    if told.title:
        yield f"Ending: {told.title}"
        yield told.text
        yield f"The idea: {told.principle}"
        yield f"Endings of this story that you have seen: {len(told.endings_met)} of {told.endings}."
    yield from _measure_lines(told)
    if told.strongest:
        yield f"Your strongest line: “{told.strongest.text}” ({', '.join(told.strongest.skills)})"
    elif told.path:
        yield NO_STRONGEST
    if told.hardest:
        at = told.hardest.moment + 1
        yield f"Your hardest moment: number {at}. {told.hardest.principle} To play it again, type: back {at}"
    if told.path:
        yield "The way you took:"
    for step in told.path:
        yield from _passed_lines(step)
    if told.plan:
        yield f"Your plan: {sentence(told.plan.when, told.plan.then)}"


def _measure_lines(told: Debrief) -> Iterator[str]:
    if told.measures:
        yield "Over the whole talk:"
    for each in told.measures:
        yield f"  {each.title}: {each.words} ({each.meaning})"
    if told.put_right:
        yield f"  {told.put_right}"


def _passed_lines(step: Passed) -> Iterator[str]:
    tries = "" if step.tries == 1 else f" ({step.tries} tries)"
    yield f"  {step.moment + 1}. {step.partner}".rstrip()
    if step.inner:
        yield f"     Inside you: {step.inner}"
    yield f"     You: {step.text}{tries}"
    for words in step.later:
        yield f"     You, later: {words}"
    for other in step.untaken:
        yield f"     {'Also tried' if other.was_tried else 'Not taken'}: {other.says}"


def other_chair_lines(chairs: TwoChairs) -> Iterator[str]:
    """Yield both chairs, and how to play the other one."""
    if chairs.trouble:
        yield chairs.trouble
    yield from chairs_lines(chairs)
    again = " once more" if chairs.there.was_played else ""
    yield f"To play the same minutes{again} as {chairs.there.name}, type: chair"
