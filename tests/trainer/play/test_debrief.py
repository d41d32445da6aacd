from __future__ import annotations

from tests.trainer.play.test_step import after
from tests.trainer.story import said
from trainer.play.debrief import debrief
from trainer.play.events import Asked, Planned, Retried, SteppedBack, WentOn


def test_the_ending_and_its_principle() -> None:
    told = debrief(after(said("name-it"), WentOn(), said("stay"), WentOn()))
    assert (told.title, told.text, told.tone) == ("Repaired", "You leave lighter.", "repaired")
    assert told.principle == "Said is safer."
    assert (told.endings_met, told.endings) == (("Repaired",), 3)


def test_the_profile_is_no_grade() -> None:
    told = debrief(after(said("name-it")))
    assert [each.name for each in told.measures] == [
        "honesty",
        "directness",
        "respect",
        "aggression",
        "withdrawal",
    ]
    assert all(0 <= each.value <= 1 and each.words for each in told.measures)


def test_the_strongest_line_is_the_players_own() -> None:
    told = debrief(
        after(said("ask", "meh", rating=3), WentOn(), said("stay", "I want this", rating=5), WentOn())
    )
    assert told.strongest
    assert (told.strongest.text, told.strongest.moment) == ("I want this", 1)


def test_the_hardest_moment_can_be_replayed() -> None:
    state = after(said("ask", "meh", rating=1.5), WentOn(), said("stay", "good", rating=5), WentOn())
    told = debrief(state)
    assert told.hardest
    assert (told.hardest.moment, told.hardest.partner) == (0, "A concert. I see.")
    replay = after(
        said("ask", "meh", rating=1.5),
        WentOn(),
        said("stay", rating=5),
        WentOn(),
        SteppedBack(told.hardest.moment),
    )
    assert replay.moment.scene == "told"


def test_between_equals_the_moment_with_more_tries_was_harder() -> None:
    state = after(said("ask"), WentOn(), Asked("hint"), said("round"), Retried(), said("stay"), WentOn())
    told = debrief(state)
    assert told.hardest
    assert (told.hardest.moment, told.hardest.tries) == (1, 2)


def test_where_all_went_well_no_moment_was_hard() -> None:
    assert debrief(after(said("ask", rating=5), WentOn(), said("stay", rating=5), WentOn())).hardest is None


def test_the_path_shows_what_was_not_taken() -> None:
    told = debrief(after(said("smooth-over"), Retried(), said("name-it"), WentOn(), said("stay"), WentOn()))
    first = told.path[0]
    assert (first.scene, first.tries, first.inner) == ("told", 2, "Here we go again.")
    assert {(each.goes, each.was_tried) for each in first.untaken} == {("opened", True), ("opened", False)}


def test_a_session_left_early_is_looked_back_on_as_far_as_it_went() -> None:
    told = debrief(after())
    assert (told.title, told.path, told.measures, told.strongest, told.hardest) == ("", (), (), None, None)
    assert debrief(after(Planned("When", "then"))).plan == Planned("When", "then")
