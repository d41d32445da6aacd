from __future__ import annotations

from dataclasses import replace

from scoring.verdict import Finding
from tests.trainer.play.test_step import after
from tests.trainer.story import said
from trainer.play.debrief import debrief
from trainer.play.events import Asked, Contested, Planned, Retried, Returned, SteppedBack, WentOn
from trainer.play.world import verdicts


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


def with_labels(event, *labels):
    """Return a response as one in which these labels were read."""
    found = tuple(Finding(label, 0.9, ((0, 1),), "p") for label in labels)
    return replace(event, reading=replace(event.reading, findings=found))


def test_a_line_with_a_pitfall_is_never_the_strongest_where_one_without_stands() -> None:
    mixed = with_labels(said("ask", "you always", rating=4.9), "names_feeling", "states_need", "attacks")
    plain = with_labels(said("stay", "I was sad", rating=3.2), "names_feeling")
    told = debrief(after(mixed, WentOn(), plain, WentOn()))
    assert told.strongest
    assert told.strongest.text == "I was sad"


def test_a_line_that_the_story_took_for_a_pitfall_counts_as_one() -> None:
    """The scorer saw a feeling only, but the reply it was taken for smooths over."""
    told = debrief(after(said("smooth-over", "I feel fine", rating=4.9), WentOn(), said("stay", rating=3.1)))
    assert told.strongest
    assert told.strongest.moment == 1


def test_where_nothing_was_strong_no_line_is_called_so() -> None:
    weak = said("ask", "meh", rating=2.4)
    no_skill = with_labels(said("stay", "hm", rating=4), "masks")
    assert debrief(after(weak, WentOn(), no_skill, WentOn())).strongest is None


def test_what_was_contested_counts_as_it_was_meant() -> None:
    read_badly = with_labels(said("smooth-over", "I was scared just then", rating=1.2), "masks")
    told = debrief(after(read_badly, Contested("name-it"), WentOn()))
    assert told.strongest
    assert (told.strongest.text, len(told.strongest.skills)) == ("I was scared just then", 1)
    assert debrief(after(read_badly, WentOn())).strongest is None
    assert debrief(after(read_badly, Contested("otherwise"), WentOn())).strongest is None


def test_the_profile_counts_a_contested_line_as_it_was_meant_and_says_so() -> None:
    misread = with_labels(said("smooth-over", "I was scared just then"), "attacks", "masks")
    meant = debrief(after(misread, Contested("name-it"), WentOn()))
    plain = debrief(after(with_labels(said("name-it"), "names_feeling", "describes_event"), WentOn()))
    of = {each.name: each.value for each in meant.measures}
    assert (of["aggression"], of["withdrawal"]) == (0.0, 0.0)
    assert of["honesty"] > 0
    assert meant.put_right == "One line counts here as you said you meant it."
    assert plain.put_right == ""


def test_the_profile_leaves_out_what_was_meant_otherwise() -> None:
    misread = with_labels(said("stay", "I was scared just then"), "attacks")
    told = debrief(after(said("name-it"), WentOn(), misread, Contested("otherwise")))
    alone = debrief(after(with_labels(said("ask"), "attacks"), Contested("otherwise")))
    assert {each.name: each.value for each in told.measures}["aggression"] == 0.0
    assert told.put_right == "One line is left out here, since you meant something of your own."
    assert alone.measures == ()


def test_a_short_plain_line_is_strong_without_a_high_rating_and_one_with_a_pitfall_is_not() -> None:
    plain = debrief(after(said("ask", "Your pen stopped, and I got scared.", rating=2.6), WentOn()))
    assert plain.strongest
    mixed = with_labels(said("ask", "It wasn't about you.", rating=2.6), "names_feeling", "masks")
    assert debrief(after(mixed, WentOn())).strongest is None


def test_what_was_said_later_stands_beside_the_line_that_the_story_followed() -> None:
    ended = (said("smooth-over", rating=1.0), WentOn(), said("stay", rating=4.8), WentOn())
    assert debrief(after(*ended)).hardest
    later = said("name-it", "I was scared when you went quiet", rating=4.9)
    told = debrief(after(*ended, SteppedBack(0), later, Returned()))
    assert told.path[0].later == ("I was scared when you went quiet",)
    assert told.strongest
    assert told.strongest.text == "I was scared when you went quiet"
    assert told.title == debrief(after(*ended)).title


def test_endings_met_in_other_sessions_count() -> None:
    state = after(said("ask"), WentOn(), said("stay"), WentOn())
    assert debrief(state, {"cost"}).endings_met == ("Open", "As if")


def test_what_was_taken_back_makes_no_moment_the_hardest() -> None:
    masked = said("smooth-over", rating=1.0)
    rest = (WentOn(), said("stay", rating=3.0), WentOn())
    hard, taken_back = (
        debrief(after(masked, *more, *rest)).hardest for more in ((), (Contested("name-it"),))
    )
    assert hard
    assert hard.moment == 0
    assert taken_back
    assert taken_back.moment == 1


def test_what_was_taken_back_does_not_count_in_the_conditions_of_the_story() -> None:
    masked = Finding("masks", 0.9, ((0, 2),), "p")
    wronged = replace(said("smooth-over"), reading=replace(said("smooth-over").reading, findings=(masked,)))
    state = after(wronged, Contested("name-it"))
    (counts,) = verdicts(state.scenario, state.path)
    assert counts.labels == {"names_feeling"}
    assert verdicts(state.scenario, after(wronged, Contested("otherwise")).path) == ()
