"""The other chair in plain mode."""

from __future__ import annotations

import io
from dataclasses import replace

from scenarios.faults import UnknownScenarioError
from scenarios.load import Loaded
from scenarios.model import Way
from tests.trainer.story import NAME_IT, STORY
from trainer.plain.run import play
from trainer.store import NoStore, Opened, Store

SCENES = {id_: replace(each, moment=id_) for id_, each in STORY.scenes.items()}
CLIENT = replace(STORY, other_chair="other", scenes=SCENES)
SAID = "Just now I did not say what I meant."
OWN = replace(SCENES["stuck"].replies["try"], id="own", goes=(Way("repaired"),))
THERAPIST = replace(
    STORY, id="other", title="The same, from the other chair", role="therapist", other_chair="small",
    partner=replace(STORY.partner, name="Robin"), content_notes=("loss",),
    scenes={
        id_: replace(each, calls_for=(), replies={"own": OWN})
        for id_, each in SCENES.items()
    },
)  # fmt: skip
TO_THE_END = (NAME_IT, "on", "I would like to stay with this for a minute.", "on")
FROM_THE_OTHER = ("pick", "1", "on")


def load(name: str) -> Loaded:
    found = {each.id: each for each in (CLIENT, THERAPIST)}
    if name not in found:
        raise UnknownScenarioError(name)
    return Loaded(found[name], ())


def talk(*lines: str, scenario=CLIENT, store=None) -> str:
    out = io.StringIO()
    said = io.StringIO("".join(f"{line}\n" for line in lines))
    play(scenario, Opened(store or NoStore()), said, out, load=load)
    return out.getvalue()


def test_the_end_tells_the_other_inner_voice_and_how_to_play_it() -> None:
    text = talk(*TO_THE_END)
    assert "Two chairs.\nYou were Robin." in text
    assert "  1. Told.\n     Inside Robin: Here we go again.\n     You, as Robin: I noticed" in text
    assert "To play the same minutes as Dr. Vale, type: chair\n" in text


def test_the_other_chair_is_played_next_and_both_are_laid_beside_each_other() -> None:
    text = talk(*TO_THE_END, "chair", *FROM_THE_OTHER)
    assert "The same, from the other chair\nWith: Robin" in text
    assert "This story touches on: loss." in text
    after = text.split("The same, from the other chair\n")[1]
    assert f"     You, as Dr. Vale: {SAID}\n     Inside Robin: Here we go again.\n" in after
    assert f"     You, as Robin: {NAME_IT}\n" in after
    assert "To play the same minutes once more as Robin, type: chair" in after


def test_the_newest_kept_session_that_came_to_an_end_is_laid_beside() -> None:
    store = Store()
    talk(*TO_THE_END, store=store)
    talk("It's fine, let's talk about my week.", store=store)
    text = talk(*FROM_THE_OTHER, scenario=THERAPIST, store=store)
    assert f"     You, as Robin: {NAME_IT}\n" in text


def test_both_chairs_stand_in_the_transcript_once_the_story_is_over(tmp_path) -> None:
    file = tmp_path / "talk.md"
    talk(NAME_IT, "transcript " + str(tmp_path / "early.md"), *TO_THE_END[1:], f"transcript {file}")
    assert "## Two chairs" in file.read_text()
    assert "## Two chairs" not in (tmp_path / "early.md").read_text()


def test_before_the_end_and_where_there_is_one_chair_the_command_says_so() -> None:
    assert "The other chair comes when the story is over." in talk("chair")
    alone = talk(*TO_THE_END, "chair", scenario=STORY)
    assert "told from one chair only" in alone
    assert "Two chairs" not in alone
    assert "told from one chair only" in talk(
        *TO_THE_END, "chair", scenario=replace(CLIENT, other_chair="gone")
    )
