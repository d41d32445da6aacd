"""The talk: what was said until now, the partner's lines of this moment, and the responses to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll

from trainer.widgets.prose import Paragraph, Prose, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from trainer.play.state import Said


@dataclass(frozen=True, slots=True)
class Try:
    """One response with what it led to."""

    title: str
    words: Content
    """The words, lit where they were read."""
    reaction: tuple[Said, ...] = ()


class Talk(VerticalScroll, can_focus=False):
    """The talk of a session, the present moment last."""

    DEFAULT_CSS = """
    Talk {
        height: auto;
        padding: 1 2 0 2;
        & > Prose { margin-bottom: 1; }
        #past { color: $text-muted; }
        #tries { height: auto; max-width: 100; }
        #tries Prose { width: 1fr; margin: 0 2 1 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the setting, what was said until now, this moment, and the responses side by side."""
        yield Prose(id="setting")
        yield Prose(id="past")
        yield Prose(id="now")
        with Horizontal(id="tries"):
            yield Prose(id="try-before")
            yield Prose(id="try-now")

    def show(self, *, setting: str, past: Iterable[Said], now: Iterable[Said], tries: Sequence[Try]) -> None:
        """Show the talk; of several tries the one before and the present one."""
        self._put("#setting", [paragraph((setting, "italic $text-muted"))] if setting else [])
        self._put("#past", spoken(past))
        self._put("#now", spoken(now))
        before, last = (tries[-2] if len(tries) > 1 else None), (tries[-1] if tries else None)
        self._put("#try-before", _tried(before))
        self._put("#try-now", _tried(last))
        self.query_one("#tries").set_class(not tries, "empty")

    def _put(self, selector: str, text: Iterable[Paragraph]) -> None:
        self.query_one(selector, Prose).show(text)

    @property
    def top_of_response(self) -> int:
        """The line on which the response begins, counted within the talk."""
        return self.query_one("#tries").virtual_region.y


def spoken(said: Iterable[Said]) -> list[Paragraph]:
    """Return lines of a talk, each with its speaker."""
    return [part for each in said for part in _spoken(each)]


def _spoken(each: Said) -> Iterable[Paragraph]:
    if each.speaker == "aside":
        yield paragraph((each.text, "italic $text-muted"), lead="  ", gap=0)
        return
    look = "bold $text-secondary" if each.speaker == "partner" else "bold $text-primary"
    yield paragraph((each.name, look))
    yield paragraph(each.text, lead="  ", gap=0)


def _tried(each: Try | None) -> list[Paragraph]:
    if each is None:
        return []
    you = [paragraph((each.title, "bold $text-primary")), paragraph(each.words, lead="  ", gap=0)]
    return you + spoken(each.reaction)
