"""Both chairs of a story beside each other."""

from __future__ import annotations

from dataclasses import replace

from scenarios.model import Line
from tests.trainer.story import NAME_IT, STORY, said
from trainer.play.chairs import two_chairs
from trainer.play.events import WentOn
from trainer.play.step import begin, replay
from trainer.play.transcript import markdown, plain


def told(scenario, *, shared=("told", "opened"), **inner):
    """The story with shared minutes, and other inner lines."""
    scenes = {
        id_: replace(
            each, moment=f"the-{id_}" if id_ in shared else "", inner=inner.get(id_, (Line(f"In {id_}."),))
        )
        for id_, each in scenario.scenes.items()
    }
    return replace(scenario, scenes=scenes)


HERE = replace(told(STORY), other_chair="other")
THERE = replace(
    told(
        STORY, opened=(Line("I did that.", "named"), Line("I noticed.")), told=(Line("Annoyed."),),
        shared=("told", "opened", "stuck"),
    ),
    id="other", role="therapist", partner=replace(STORY.partner, name="Robin"), other_chair="small",
)  # fmt: skip


def played(scenario, *events):
    return replay(scenario, [begin(scenario), *events])


BOTH_MOMENTS = (said("name-it", NAME_IT), WentOn(), said("stay", "I stay."), WentOn())


def test_a_chair_that_was_not_played_gives_its_inner_line_for_the_moments_that_were() -> None:
    chairs = two_chairs(played(HERE, said("name-it", NAME_IT), WentOn()), THERE)
    assert (chairs.here.name, chairs.there.name, chairs.other) == ("Robin", "Dr. Vale", "other")
    assert not chairs.there.was_played
    assert [(each.title, each.here.said, each.there.inner, each.there.said) for each in chairs.moments] == [
        ("The told", NAME_IT, "Annoyed.", "")
    ]


def test_an_inner_line_that_asks_for_what_never_happened_is_not_shown() -> None:
    chairs = two_chairs(played(HERE, *BOTH_MOMENTS), THERE)
    assert [each.there.inner for each in chairs.moments] == ["Annoyed.", "I noticed."]


def test_both_chairs_stand_beside_each_other_moment_by_moment() -> None:
    there = played(THERE, said("name-it", "My face did that."), WentOn(), said("stay", "Yes."), WentOn())
    chairs = two_chairs(played(HERE, *BOTH_MOMENTS), THERE, there)
    assert chairs.there.was_played
    first, second = chairs.moments
    assert (first.here.inner, first.here.said) == ("In told.", NAME_IT)
    assert (first.there.inner, first.there.said) == ("Annoyed.", "My face did that.")
    assert (second.there.inner, second.there.said) == ("I did that.", "Yes.")


def test_moments_of_one_chair_only_stand_where_they_belong_in_the_story() -> None:
    ours = replace(HERE, scenes={**HERE.scenes, "stuck": replace(HERE.scenes["stuck"], moment="the-stuck")})
    there = played(THERE, said("otherwise", "Hm."), WentOn(), said("try", "Just now."), WentOn())
    there = replace(there, scenario=THERE)
    chairs = two_chairs(played(ours, *BOTH_MOMENTS), THERE, there)
    assert [each.title for each in chairs.moments] == ["The told", "The stuck", "The opened"]
    assert (chairs.moments[1].here.inner, chairs.moments[1].here.said) == ("In stuck.", "")
    assert chairs.moments[2].there.said == ""


def test_a_minute_that_is_met_twice_is_told_twice() -> None:
    events = (said("ask", "a"), WentOn(), said("round", "b"), WentOn(), said("ask", "c"), WentOn())
    chairs = two_chairs(played(HERE, *events), THERE)
    assert [(each.title, each.here.said) for each in chairs.moments] == [
        ("The told", "a"),
        ("The opened", "b"),
        ("The told, again", "c"),
    ]


def test_scenes_that_share_no_minute_are_left_out() -> None:
    chairs = two_chairs(played(HERE, *BOTH_MOMENTS), told(STORY, shared=()))
    assert chairs.moments == ()


def test_both_chairs_stand_in_the_transcript_of_a_story_that_is_over() -> None:
    here = played(HERE, *BOTH_MOMENTS)
    chairs = two_chairs(here, THERE, played(THERE, said("name-it", "My *face*."), WentOn()))
    text, marked = plain(here, chairs), markdown(here, chairs)
    assert "  1. The told.\n     Inside Robin: In told.\n" in text
    assert "     Inside Dr. Vale: Annoyed.\n     You, as Dr. Vale: My *face*.\n" in text
    assert "     As Dr. Vale you did not come by here.\n" in text
    assert "### The told\n\n**Inside Robin:** *In told.*\n" in marked
    assert "**You, as Dr. Vale:** My \\*face\\*.\n" in marked
    assert "Two chairs" not in plain(here)
