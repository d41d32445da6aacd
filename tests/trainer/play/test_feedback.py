from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.verdict import Finding
from tests.trainer.play.test_step import after
from tests.trainer.story import NAME_IT, STORY, said
from trainer.errors import PlayError
from trainer.play.events import Contested, Responded, Retried, WentOn
from trainer.play.feedback import feedback
from trainer.play.gentle import STYLES, small_changes
from trainer.play.reading import Reading
from trainer.play.why import why
from trainer.session import Session
from trainer.store import NoStore

CLIENT = ("assertive", "partial", "passive", "aggressive")
THERAPIST = ("repairing", "avoiding", "escalating")


def test_feedback_shows_the_words_that_gave_each_skill() -> None:
    told = feedback(after(said("name-it", "Sad and cold")))
    assert [each.label for each in told.skills] == ["names_feeling"]
    assert [told.text[slice(*mark.span)] for mark in told.marks] == ["Sad"]
    assert told.pitfalls == ()


def test_feedback_tells_what_was_missing_of_what_the_moment_calls_for() -> None:
    told = feedback(after(said("name-it", rating=3.0)))
    assert not told.is_strong
    assert [each.label for each in told.missing] == ["describes_event"]


def test_a_strong_answer_lacks_nothing_and_gets_the_authors_own_idea_at_most() -> None:
    told = feedback(after(said("name-it", rating=4.0)))
    assert told.is_strong
    assert (told.missing, told.edit, told.try_next) == ((), None, "Try more.")
    assert [each.label for each in told.skills] == ["names_feeling"]


def test_an_answer_with_a_pitfall_or_without_what_was_called_for_is_not_strong() -> None:
    mixed = (Finding("names_feeling", 0.8, ((0, 2),), "p"), Finding("attacks", 0.8, ((3, 5),), "p"))
    beside = (Finding("sets_boundary", 0.8, ((0, 2),), "p"),)
    for found in (mixed, beside):
        reading = Reading(found, "partial", 4.2, 0.9, understood=True, kind="reply", reply="name-it")
        assert not feedback(after(Responded("ok so scared", "typed", reading))).is_strong


def test_the_style_lines_describe_and_do_not_grade() -> None:
    assert set(STYLES) == {*CLIENT, *THERAPIST}
    assert all(each.startswith("Comes across as ") and each.endswith(".") for each in STYLES.values())


def test_feedback_brings_the_coach_and_examples_to_compare_with() -> None:
    told = feedback(after(said("name-it")))
    assert told.coach
    assert told.coach.principle == "Principle of name-it."
    assert (len(told.strong), told.weak) == (2, "Whatever.")
    assert told.taken_as == NAME_IT
    assert told.try_next


def test_none_of_the_foreseen_replies_is_said_openly() -> None:
    told = feedback(after(said("otherwise", rating=3.0)))
    assert told.is_otherwise
    assert told.taken_as == ""
    assert told.coach
    assert told.coach.principle == "Stay with it."


def test_an_unsure_scorer_says_so_unless_the_player_chose() -> None:
    unsure = Responded(
        "hm", "typed", Reading((), "partial", 3.0, 0.1, understood=True, kind="reply", reply="ask")
    )
    assert not feedback(after(unsure)).is_sure
    assert feedback(after(unsure, Contested("name-it"))).is_sure


def test_once_contested_it_says_what_was_meant_and_keeps_nothing_of_the_misreading() -> None:
    found = (Finding("masks", 0.8, ((0, 2),), "p"), Finding("names_feeling", 0.8, ((3, 5),), "p"))
    reading = Reading(found, "avoiding", 1.5, 0.9, understood=True, kind="reply", reply="smooth-over")
    misread = Responded("ok so scared", "typed", reading)
    before, now = feedback(after(misread)), feedback(after(misread, Contested("name-it")))
    assert (before.meant, [each.label for each in before.pitfalls]) == ("", ["masks"])
    assert now.meant == f"You meant: “{NAME_IT}”"
    assert (now.style, now.pitfalls, now.edit, now.taken_as) == ("", (), None, "")
    assert [each.label for each in now.skills] == [each.label for each in now.marks] == ["names_feeling"]
    assert now.try_next == "Try more."


def test_what_was_meant_can_be_none_of_those_foreseen_or_the_same_with_other_names() -> None:
    told = feedback(after(said("name-it"), Contested("otherwise")))
    assert told.meant == "You meant something of your own."
    told = feedback(after(said("name-it"), Contested("name-it")))
    assert told.meant == f"You meant this, and I put the wrong names to it: “{NAME_IT}”"


def test_a_second_attempt_is_laid_beside_the_first() -> None:
    plain = Responded(
        "hm", "typed", Reading((), "passive", 2.0, 0.6, understood=True, kind="reply", reply="smooth-over")
    )
    state = after(plain, Retried(), said("name-it"))
    told = feedback(state)
    assert told.number == 2
    assert told.compared
    assert (told.compared.before.reply, told.compared.now.reply) == ("smooth-over", "name-it")
    assert len(told.compared.gained) == 1
    assert told.compared.lost == ()
    assert feedback(state, 0).compared is None


def test_why_names_words_pattern_and_document() -> None:
    (reason,) = why(after(said("name-it", "Sad and cold")))
    assert (reason.label, reason.words, reason.pattern) == ("names_feeling", ("Sad",), "feeling.plain")
    assert reason.reason == "a pattern of an earlier version of the scorer"
    assert reason.score == 0.8


def test_why_of_a_real_verdict_names_pattern_and_document() -> None:
    reasons = {each.label: each for each in why(Session.begin(STORY, NoStore()).say(NAME_IT))}
    reason = reasons["names_feeling"]
    assert "scared" in " ".join(reason.words)
    assert reason.documents
    assert reason.documents[0].author
    assert "earlier version" not in reason.reason


def test_before_a_response_there_is_nothing_to_tell() -> None:
    with pytest.raises(PlayError):
        feedback(after())
    with pytest.raises(PlayError):
        why(after())


def test_a_strong_answer_of_ones_own_gets_no_idea_that_was_written_for_any() -> None:
    told = feedback(after(said("otherwise", rating=4.0)))
    assert told.is_strong
    assert (told.coach, told.try_next) == (None, "")


# Gently


def read(
    *labels: str, style: str = "partial", rating: float = 3.0, reply: str = "name-it", text: str = ""
) -> Responded:
    """A typed response in which these labels were found, two characters each."""
    found = tuple(Finding(each, 0.8, ((at * 2, at * 2 + 2),), "p") for at, each in enumerate(labels))
    made = Reading(found, style, rating, 0.9, understood=True, kind="reply", reply=reply)  # type: ignore[arg-type]
    return Responded(text or "ab cd ef gh ij", "typed", made)


@pytest.mark.parametrize(
    ("style", "labels", "says"),
    [
        ("aggressive", (), ""),
        ("aggressive", ("asks_question",), ""),
        ("aggressive", ("attacks",), STYLES["aggressive"]),
        ("passive", ("masks",), STYLES["passive"]),
        ("passive", ("names_feeling", "hedges"), STYLES["partial"]),
        ("assertive", ("names_feeling",), STYLES["assertive"]),
        ("assertive", ("hedges",), ""),
        ("partial", (), ""),
    ],
)
def test_the_style_line_says_only_what_why_can_show(style: str, labels: tuple[str, ...], says: str) -> None:
    assert feedback(after(read(*labels, style=style))).style == says


def test_beside_a_skill_a_hedge_is_a_small_change_and_no_warning() -> None:
    told = feedback(after(read("names_feeling", "hedges")))
    assert [each.label for each in told.skills] == ["names_feeling"]
    assert (told.pitfalls, [each.label for each in told.soft]) == ((), ["hedges"])
    assert {each.label for each in told.marks} == {"names_feeling"}
    assert told.edit or list(small_changes(told))
    assert not told.is_strong


def test_a_hedge_alone_and_a_mask_beside_a_skill_stay_what_they_are() -> None:
    assert [each.label for each in feedback(after(read("hedges"))).pitfalls] == ["hedges"]
    assert [each.label for each in feedback(after(read("names_feeling", "masks"))).pitfalls] == ["masks"]


def test_why_calls_it_a_small_thing_too() -> None:
    told = [(each.label, each.is_soft) for each in why(after(read("hedges", "names_feeling")))]
    assert told == [("names_feeling", False), ("hedges", True)]


def test_what_was_nearly_there_is_not_called_missing() -> None:
    ended = (said("ask"), WentOn())
    told = feedback(after(*ended, read("asks_question", reply="stay")))
    assert [each.label for each in told.nearly] == ["states_need"]
    assert told.missing == ()
    assert [each.label for each in feedback(after(*ended, read("hedges", reply="stay"))).nearly] == [
        "states_need"
    ]
    assert [each.label for each in feedback(after(*ended, read("masks", reply="stay"))).missing] == [
        "states_need"
    ]


def test_a_good_option_that_was_picked_lacks_nothing() -> None:
    picked = replace(read("asks_question", reply="ask"), how="picked")
    told = feedback(after(picked))
    assert (told.missing, told.nearly) == ((), ())


def test_what_was_taken_back_does_not_come_back_in_the_comparison() -> None:
    told = feedback(
        after(
            read("masks", "appeases", reply="smooth-over"),
            Contested("name-it"),
            Retried(),
            read("names_feeling"),
        )
    )
    assert told.compared
    assert (told.compared.gained, told.compared.lost) == (("says what you feel",), ())
