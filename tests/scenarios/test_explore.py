from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.check.explore import explore, rows_of
from scenarios.check.truths import Row
from scenarios.condition import World, holds
from scenarios.lines import pick_way
from scenarios.model import Coach, Ending, Line, Otherwise, Partner, Reply, Scenario, Scene, Way

if TYPE_CHECKING:
    from scenarios.check.story import Path, Story

SCENES = ("a", "b", "c")
PLACES = (*SCENES, "end")
CONDITIONS = st.sampled_from(
    """
    |x|not x|y|x and not y|alliance > 0|alliance <= -2|alliance == 5|seen b|chose a.r0|honesty < 0.5
    |honesty >= 0.5 and x|not seen c or y|honesty > 0.3 and honesty < 0.2|alliance >= 1 or y
    """.strip()
    .replace("\n", "")
    .split("|")
)
WAYS = st.builds(
    lambda first, last: (*first, Way(last)),
    st.lists(st.builds(Way, st.sampled_from(PLACES), CONDITIONS), max_size=2),
    st.sampled_from(PLACES),
)
FLAGS = st.lists(st.sampled_from(["x", "y"]), max_size=1).map(tuple)


@st.composite
def scenes(draw: st.DrawFn, name: str) -> Scene:
    lines = tuple(Line("p", draw(CONDITIONS)) for _ in range(draw(st.integers(1, 2))))
    replies = {
        f"r{n}": Reply(
            f"r{n}", ("s",), ("masks",), draw(WAYS), Coach("c"), alliance=draw(st.integers(-2, 2)),
            sets=draw(FLAGS), clears=draw(FLAGS), when=draw(CONDITIONS),
        )
        for n in range(2)
    }  # fmt: skip
    return Scene(name, lines, "p", "s", replies, Otherwise(draw(WAYS), alliance=draw(st.integers(-1, 1))))


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    return Scenario(
        "t", "T", "client", Partner("P"), 1, 5, "s", "a", {name: draw(scenes(name)) for name in SCENES},
        {"end": Ending("end", "E", (Line("t"),), "p", "open")}, (), (), (),
    )  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(scenarios(), st.integers(0, 10_000))
def test_no_walk_comes_to_a_state_that_was_not_foreseen(scenario: Scenario, seed: int) -> None:
    story = explore(scenario)
    assert story.is_whole
    conditions = dict(rows_of(scenario))
    chance = random.Random(seed)  # noqa: S311 - a test's walk is no secret
    for _ in range(10):
        at, alliance, flags, seen = scenario.opening, 0, frozenset[str](), frozenset[str]()
        for _ in range(12):
            if at in scenario.endings:
                assert at in story.endings
                break
            assert at in story.scenes
            scene = scenario.scenes[at]
            before = World(alliance, flags, {"honesty": chance.random()}, seen)
            for index, line in enumerate(scene.partner):
                if holds(line.when, before):
                    assert is_taken(story, ("scenes", at, "partner"), index)
                    break
            else:
                assert story.rows["scenes", at, "partner"].can_fail
            foreseen = [reply for reply in scene.replies.values() if holds(reply.when, before)]
            assert len(foreseen) in story.foreseen[at]
            reply = chance.choice([*foreseen, scene.otherwise])
            name = reply.id if isinstance(reply, Reply) else "otherwise"
            alliance = max(-5, min(5, alliance + reply.alliance))
            if isinstance(reply, Reply):
                flags = (flags | set(reply.sets)) - set(reply.clears)
            seen = seen | {at, f"{at}.{name}"}
            after = World(alliance, flags, {"honesty": chance.random()}, seen)
            here = ("scenes", at)
            path = (*here, name, "goes") if name == "otherwise" else (*here, "replies", name, "goes")
            to = pick_way(reply.goes, after)
            first = next(index for index, when in enumerate(conditions[path]) if holds(when, after))
            assert is_taken(story, path, first)
            at = to


def is_taken(story: Story, path: Path, at: int) -> bool:
    """Say whether a line or way was found to be taken; one that stands alone always is."""
    return (path not in story.rows and at == 0) or at in story.rows[path].taken


def test_conditions_beside_each_other_share_one_profile() -> None:
    row = Row(["honesty < 0.4", "honesty >= 0.4", ""])
    assert row.truths(World()) == {(True, False, True), (False, True, True)}


def test_a_row_with_too_many_profiles_says_so() -> None:
    axes = ("honesty", "directness", "respect", "aggression", "withdrawal")
    row = Row([f"{axis} < 0.{n}" for axis in axes for n in range(1, 9)])
    assert not row.is_whole
    assert row.truths(World())
