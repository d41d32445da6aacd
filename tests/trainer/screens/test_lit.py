from __future__ import annotations

from trainer.play.feedback import Mark
from trainer.widgets.lit import PITFALL, SKILL, lit, numbered, small

FEELING = Mark((19, 27), "names_feeling", "says what you feel", is_skill=True)
EVENT = Mark((0, 13), "describes_event", "points to what happened", is_skill=True)
MASK = Mark((0, 3), "masks", "says that all is well", is_skill=False)
TEXT = "you came late, and I am sad."


def looks(marks: list[Mark]) -> list[tuple[str, str]]:
    content = lit(TEXT, marks, numbered(marks))
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


def test_words_are_lit_and_numbered_in_the_order_of_the_text() -> None:
    marks = [EVENT, FEELING]
    assert lit(TEXT, marks, numbered(marks)).plain == "you came late¹, and I am sad²."
    assert ("you came late", SKILL) in looks(marks)


def test_a_pitfall_within_a_skill_is_seen() -> None:
    assert ("you", PITFALL) in looks([EVENT, MASK])
    assert (" came late", SKILL) in looks([EVENT, MASK])


def test_two_labels_on_the_same_words_are_kept_apart() -> None:
    marks = [EVENT, Mark((0, 13), "gives_feedback", "says what works", is_skill=True)]
    assert lit(TEXT, marks, numbered(marks)).plain == "you came late¹·², and I am sad."


def test_a_label_twice_has_one_number() -> None:
    marks = [EVENT, Mark((15, 18), "describes_event", "points to what happened", is_skill=True)]
    assert lit(TEXT, marks, numbered(marks)).plain == "you came late¹, and¹ I am sad."


def test_without_marks_the_text_is_as_it_was() -> None:
    assert lit(TEXT, [], {}).plain == TEXT
    assert lit("", [], {}).plain == ""


def test_small_figures() -> None:
    assert small(12) == "¹²"


def test_colour_is_never_alone() -> None:
    assert "underline" in SKILL
    assert "bold" in SKILL
    assert "underline" in PITFALL
    assert "italic" in PITFALL
