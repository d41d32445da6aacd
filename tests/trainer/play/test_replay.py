from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trainer.story import STORY, reading
from trainer.errors import PlayError
from trainer.play.codec import from_json, to_json
from trainer.play.debrief import debrief
from trainer.play.events import (
    Alarmed,
    Asked,
    Chose,
    Contested,
    Event,
    Halted,
    Left,
    Noted,
    Paused,
    Planned,
    Responded,
    Retried,
    SteppedBack,
    WentOn,
)
from trainer.play.step import begin, replay, start, step
from trainer.play.transcript import markdown, plain
from trainer.play.view import view

if TYPE_CHECKING:
    from trainer.play.state import State

REPLIES = sorted(
    {name for scene in STORY.scenes.values() for name in scene.replies} | {"otherwise", "nonsense"}
)
replies = st.sampled_from(REPLIES)
words = st.text(max_size=20)
readings = st.one_of(
    st.builds(reading, st.just("reply"), replies, rating=st.floats(1, 5)),
    st.builds(reading, st.just("near_tie"), between=st.tuples(replies, replies)),
    st.builds(reading, st.sampled_from(["otherwise", "not_understood"])),
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Responded, words, st.sampled_from(["typed", "picked"]), readings),
    st.builds(Chose, replies),
    st.builds(Contested, replies, words),
    st.just(WentOn()),
    st.just(WentOn()),
    st.just(Retried()),
    st.builds(SteppedBack, st.integers(-1, 4)),
    st.builds(Asked, st.sampled_from(["hint", "why"])),
    st.just(Alarmed()),
    st.builds(Halted, st.sampled_from(["go on", "pause"])),
    st.builds(Planned, words, words),
    st.builds(Noted, words),
    st.just(Paused()),
    st.just(Left()),
)


def played(wishes: list[Event]) -> tuple[State, list[Event]]:
    """Play what fits of `wishes`."""
    happened: list[Event] = [begin(STORY)]
    state = start(STORY, happened[0])  # type: ignore[arg-type]
    for wish in wishes:
        try:
            state = step(state, wish)
        except PlayError:
            continue
        happened.append(wish)
    return state, happened


@settings(max_examples=150, deadline=None)
@given(st.lists(events, max_size=25))
def test_any_session_replays_to_the_same_state_through_json(wishes: list[Event]) -> None:
    state, happened = played(wishes)
    stored = json.loads(json.dumps([to_json(event) for event in happened]))
    again = [from_json(record) for record in stored]
    assert again == happened
    assert replay(STORY, again) == state


@settings(max_examples=100, deadline=None)
@given(st.lists(events, max_size=25))
def test_any_session_keeps_its_promises(wishes: list[Event]) -> None:
    state, _ = played(wishes)
    assert all(-5 <= moment.alliance <= 5 for moment in state.path)
    assert all(moment.attempts for moment in state.passed)
    assert (state.phase == "feedback") <= bool(state.moment.attempts)
    assert (state.pending is None) or state.phase in (
        "clarifying",
        "rephrasing",
        "offering",
        "halted",
        "left",
    )
    assert bool(state.ending) <= (state.phase in ("ended", "halted", "left"))
    shown = view(state)
    assert shown.actions or state.phase == "left"
    assert plain(state)
    assert markdown(state)
    assert debrief(state).endings == 3
