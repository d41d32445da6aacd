"""Why the scorer said what it said: word by word, with the reason and where the idea comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll

from trainer.play.feedback import Mark
from trainer.play.why import for_authors
from trainer.screens.actions import bindings
from trainer.screens.coaching import BAD, GOOD, SMALL
from trainer.screens.dialog import Dialog
from trainer.widgets.lit import lit, numbered, small
from trainer.widgets.prose import Paragraph, Prose, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from trainer.play.why import Reason


class WhyScreen(Dialog[str]):
    """The words as they were read, and a reason for each mark; hands back "meant" if they were misread."""

    does = ("meant", "close", "help")
    shows_all = True
    about = "Each mark in your words has a number. Below stands what gave it, and where the idea comes from."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(does)]

    def __init__(self, text: str, reasons: Sequence[Reason], *, can_mean: bool = True) -> None:
        super().__init__()
        self._text = text
        self._reasons = reasons
        self._can_mean = can_mean

    def compose(self) -> ComposeResult:
        """One text to scroll."""
        with VerticalScroll(classes="sheet"):
            yield Prose(why_text(self._text, self._reasons))
        yield self.key_bar()

    def can(self, name: str) -> bool:
        """What was contested once cannot be contested again."""
        return name != "meant" or self._can_mean

    def action_meant(self) -> None:
        """Say that it was read wrongly."""
        self.dismiss("meant")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()


def why_text(text: str, reasons: Sequence[Reason]) -> list[Paragraph]:
    """Return the words with their marks, and the reason for each."""
    marks = [Mark(span, each.label, each.name, each.is_skill) for each in reasons for span in each.spans]
    marks.sort(key=lambda mark: mark.span)
    numbers = numbered(marks, reasons)
    found = [heading("Why it was read like this"), paragraph(lit(text, marks, numbers), lead="  ")]
    for each in sorted(reasons, key=lambda each: numbers[each.label]):
        found += _reason(each, numbers[each.label])
    if not reasons:
        found.append(paragraph("No pattern that the scorer knows speaks in these words."))
    found.append(paragraph((_LIMIT, "$text-muted")))
    if reasons:
        found.append(paragraph((f"For authors: {'; '.join(map(for_authors, reasons))}", "dim $text-muted")))
    return found


def _mark(each: Reason) -> tuple[str, str]:
    if each.is_skill:
        return GOOD, "bold $text-success"
    return (SMALL, "$text-muted") if each.is_soft else (BAD, "bold $text-warning")


def _reason(each: Reason, number: int) -> Iterator[Paragraph]:
    mark, look = _mark(each)
    lead = f"{mark}{small(number)} "
    inner = " " * len(lead)
    yield paragraph((each.name, "bold"), lead=lead, look=look)
    if each.words:
        yield paragraph(
            ("Words: ", "$text-muted"), " … ".join(f"“{word}”" for word in each.words), lead=inner, gap=0
        )
    yield paragraph(("Because: ", "$text-muted"), each.reason, lead=inner, gap=0)
    for document in each.documents:
        yield paragraph(("From: ", "$text-muted"), str(document), lead=inner, gap=0)


_LIMIT = (
    "It reads words, not people. It misses irony and all that is not said. “I meant it” tells it that it was "
    "wrong."
)
