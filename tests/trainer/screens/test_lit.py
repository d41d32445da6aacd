from __future__ import annotations

from dataclasses import replace

from scoring.explanation import Found
from tests.trainer.play.test_step import after
from tests.trainer.story import said
from trainer.play.feedback import Mark, feedback
from trainer.play.gentle import softened
from trainer.screens.coaching import feedback_text
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


def test_beside_a_skill_a_hedge_comes_after_it_and_without_a_warning_sign() -> None:
    found = tuple(
        Found(each, each, each == "names_feeling", ((at, at + 3),), (f"words {at}",), "", "", "p", (), ())
        for at, each in ((0, "names_feeling"), (9, "hedges"))
    )
    whole = feedback(after(said("name-it")))
    told = softened(replace(whole, skills=found[:1], pitfalls=found[1:], edit=None, marks=()))
    text = [f"{each.lead.plain}{each.text.plain}" for each in feedback_text(told, numbered((), found))]
    assert "What got in the way" not in text
    assert not [each for each in text if each.startswith("!")]
    assert text.index("What was strong") < text.index("One small change, if you like")
    assert "· Without “words 9”, it stands more plainly." in text
