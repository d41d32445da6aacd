from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.trainer.story import STORY, said, tied, unclear
from trainer.errors import PlayError
from trainer.play.events import (
    Alarmed,
    Asked,
    Began,
    Chose,
    Contested,
    Halted,
    Left,
    Noted,
    Paused,
    Planned,
    Retried,
    Returned,
    SteppedBack,
    WentOn,
)
from trainer.play.step import begin, digest_of, replay, step
from trainer.play.view import view

if TYPE_CHECKING:
    from trainer.play.state import State

BEGAN = begin(STORY)


def after(*events: object) -> State:
    return replay(STORY, [BEGAN, *events])  # type: ignore[list-item]


def test_a_session_opens_at_the_opening() -> None:
    state = after()
    assert (state.phase, state.moment.scene, state.moment.alliance) == ("responding", "told", 0)
    assert [(line.speaker, line.text) for line in state.moment.lines] == [
        ("partner", "A concert. I see."),
        ("aside", "The pen stops."),
    ]


def test_a_session_can_open_elsewhere_with_a_state_of_its_own() -> None:
    began = begin(STORY, opening="opened", alliance=9, flags=("named",))
    state = replay(STORY, [began])
    assert (state.moment.scene, state.moment.alliance) == ("opened", 5)
    assert state.moment.lines[0].text == "You said you were scared."


def test_a_response_leads_to_feedback_and_a_reaction() -> None:
    attempt = after(said("name-it")).attempt
    assert attempt
    assert (attempt.reply, attempt.alliance, attempt.goes) == ("name-it", 2, "opened")
    assert [line.text for line in attempt.reaction] == ["You saw that.", "The pen goes down."]


def test_going_on_takes_the_relationship_and_the_flags_along() -> None:
    state = after(said("name-it"), WentOn())
    assert (state.moment.scene, state.moment.alliance, state.moment.flags) == ("opened", 2, {"named"})
    assert state.moment.lines[0].text == "You said you were scared."


def test_a_cost_comes_due_later() -> None:
    state = after(said("smooth-over"), WentOn(), said("stay"), WentOn())
    assert (state.phase, state.ending, state.endings_met) == ("ended", "cost", {"cost"})


def test_the_relationship_stays_within_bounds() -> None:
    state = after(said("otherwise"), WentOn(), said("try"), WentOn())
    assert state.moment.alliance == 5
    assert after(said("otherwise"), WentOn(), said("otherwise")).attempt.alliance == -5  # type: ignore[union-attr]


def test_a_near_tie_asks_and_costs_no_turn() -> None:
    state = after(tied("name-it", "ask"))
    assert (state.phase, state.moment.attempts) == ("clarifying", ())
    chosen = step(state, Chose("ask"))
    assert chosen.attempt
    assert (chosen.phase, chosen.attempt.reply, chosen.attempt.chosen) == ("feedback", "ask", True)
    assert step(state, Chose("otherwise")).attempt.reply == "otherwise"  # type: ignore[union-attr]
    assert step(state, said("name-it")).attempt.reply == "name-it"  # type: ignore[union-attr]
    with pytest.raises(PlayError):
        step(state, Chose("smooth-over"))


def test_not_understood_asks_for_other_words_once_and_then_offers() -> None:
    state = after(unclear())
    assert state.phase == "rephrasing"
    state = step(state, unclear())
    assert (state.phase, state.moment.attempts) == ("offering", ())
    assert step(state, unclear()).phase == "offering"
    chosen = step(state, Chose("name-it"))
    assert chosen.attempt
    assert (chosen.attempt.text, chosen.attempt.reply) == ("wx yz", "name-it")


def test_not_understood_is_counted_anew_after_an_attempt() -> None:
    assert after(unclear(), said("ask"), Retried(), unclear()).phase == "rephrasing"


def test_trying_again_keeps_both_and_going_on_follows_the_last() -> None:
    state = after(said("smooth-over"), Retried(), said("name-it"))
    assert [each.reply for each in state.moment.attempts] == ["smooth-over", "name-it"]
    assert step(state, WentOn()).moment.alliance == 2


def test_after_wanting_to_try_again_one_can_still_go_on() -> None:
    assert after(said("ask"), Retried(), WentOn()).moment.scene == "opened"


def test_stepping_back_keeps_what_was_left_behind() -> None:
    state = after(said("ask"), WentOn(), said("stay"), SteppedBack(0))
    assert (state.phase, state.moment.scene, state.passed) == ("responding", "told", ())
    assert [each.reply for each in state.moment.attempts] == ["ask"]
    (branch,) = state.abandoned
    assert (branch.start, [each.scene for each in branch.moments]) == (1, ["opened"])


def test_stepping_back_from_an_ending_remembers_the_ending() -> None:
    state = after(said("ask"), WentOn(), said("stay"), WentOn(), SteppedBack(1))
    assert (state.ending, state.abandoned[0].ending, state.moment.scene) == ("", "open", "opened")
    assert state.endings_met == {"open"}


def test_stepping_back_from_an_unanswered_moment_leaves_nothing_behind() -> None:
    assert after(said("ask"), WentOn(), SteppedBack(0)).abandoned == ()


@pytest.mark.parametrize("moment", [-1, 0, 7])
def test_there_is_no_stepping_back_from_the_opening(moment: int) -> None:
    with pytest.raises(PlayError, match="no earlier moment"):
        after(SteppedBack(moment))


def test_hints_come_one_after_the_other_and_stop_at_three() -> None:
    state = after(*[Asked("hint")] * 5)
    assert (state.moment.hints, state.hints) == (3, 3)


def test_contesting_changes_what_came_of_the_response() -> None:
    state = after(said("smooth-over"), Contested("name-it", "I did say it"))
    assert state.attempt
    assert (state.attempt.reply, state.attempt.found, state.attempt.note) == (
        "name-it",
        "smooth-over",
        "I did say it",
    )
    assert state.attempt.goes == "opened"
    again = step(state, Contested("ask"))
    assert again.attempt
    assert (again.attempt.reply, again.attempt.found, len(again.moment.attempts)) == ("ask", "smooth-over", 1)


def test_words_of_danger_stop_everything_until_a_choice() -> None:
    state = after(Alarmed())
    assert (state.phase, state.moment.attempts, state.pending) == ("halted", (), None)
    with pytest.raises(PlayError, match="choose first"):
        step(state, said("ask"))
    assert step(state, Halted("go on")).phase == "responding"
    assert step(state, Halted("pause")).is_paused
    assert step(state, Halted("leave")).phase == "left"


def test_a_pause_changes_nothing_but_is_told() -> None:
    before = after(said("ask"))
    paused = step(before, Paused())
    assert paused.is_paused
    assert replace(paused, is_paused=False) == before
    assert not step(paused, WentOn()).is_paused


def test_a_plan_and_notes_are_kept() -> None:
    state = after(Planned("When I go silent", "I say so"), Noted("one"), Noted("two"))
    assert state.plan == Planned("When I go silent", "I say so")
    assert state.journal == ("one", "two")


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ((), BEGAN),
        ((), WentOn()),
        ((), Retried()),
        ((), Chose("ask")),
        ((), Contested("ask")),
        ((), Asked("why")),
        ((), Halted("leave")),
        ((said("ask"),), said("ask")),
        ((), said("no-such")),
        ((), tied("ask", "no-such")),
        ((said("ask"),), Contested("no-such")),
        ((said("ask"), WentOn()), tied("stay", "secret")),
        ((Left(),), Paused()),
        ((Left(),), Noted("x")),
        ((said("ask"), WentOn(), said("stay"), WentOn()), said("stay")),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(before: tuple[object, ...], event: object) -> None:
    state = after(*before)
    with pytest.raises(PlayError) as refused:
        step(state, event)  # type: ignore[arg-type]
    assert str(refused.value)
    assert state == after(*before)


def test_a_session_begins_with_its_beginning() -> None:
    with pytest.raises(PlayError):
        replay(STORY, [])
    with pytest.raises(PlayError):
        replay(STORY, [WentOn()])
    with pytest.raises(PlayError, match="not of"):
        replay(STORY, [Began("other", "", "told")])
    with pytest.raises(PlayError, match="is no scene"):
        replay(STORY, [begin(STORY, opening="nowhere")])


def test_the_fingerprint_changes_with_the_scenario() -> None:
    assert digest_of(STORY) == digest_of(replace(STORY))
    assert digest_of(STORY) != digest_of(replace(STORY, title="Another"))


ENDED = (said("ask"), WentOn(), said("stay"), WentOn())


def test_from_a_moment_that_is_taken_again_after_the_end_one_can_go_back_to_the_debrief() -> None:
    state = after(*ENDED, SteppedBack(0), said("name-it"), Returned())
    assert (state.phase, state.ending, state.looked_back) == ("ended", "open", None)
    assert [moment.last.reply for moment in state.path if moment.last] == ["ask", "stay"]
    assert [each.reply for each in state.path[0].later] == ["name-it"]
    assert state.abandoned == ()


def test_what_was_played_on_from_there_is_kept_beside_it() -> None:
    state = after(*ENDED, SteppedBack(0), said("name-it"), WentOn(), said("round"), Returned())
    assert [(each.start, [moment.scene for moment in each.moments]) for each in state.abandoned] == [
        (1, ["opened"])
    ]
    assert (state.ending, state.moment.later) == ("open", ())


def test_going_back_at_once_changes_nothing_and_another_end_has_a_debrief_of_its_own() -> None:
    assert after(*ENDED, SteppedBack(0), Returned()) == after(*ENDED)
    state = after(*ENDED, SteppedBack(0), said("name-it"), WentOn(), said("stay"), WentOn())
    assert (state.ending, state.endings_met) == ("repaired", {"open", "repaired"})
    with pytest.raises(PlayError, match="the story is over"):
        step(state, Returned())


def test_there_is_no_debrief_to_go_back_to_before_an_end() -> None:
    with pytest.raises(PlayError, match="no debrief"):
        after(said("ask"), Returned())
    assert "debrief" not in view(after(said("ask"))).actions
    assert "debrief" in view(after(*ENDED, SteppedBack(0))).actions


def test_only_the_first_moment_after_the_debrief_is_the_one_taken_again() -> None:
    assert view(after(*ENDED, SteppedBack(1), said("round"))).is_retaken
    assert not view(after(*ENDED, SteppedBack(0), said("name-it"), WentOn())).is_retaken
    assert not view(after(said("ask"))).is_retaken
