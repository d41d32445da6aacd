from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scenarios.model import Line
from tests.trainer.story import ASK, NAME_IT, STORY
from trainer.plain.run import play
from trainer.store import NoStore, Opened, Store, open_store

if TYPE_CHECKING:
    from pathlib import Path


def talk(
    *lines: str, store: Store | NoStore | None = None, scenario: object = STORY, opening: str = ""
) -> str:
    out = io.StringIO()
    opened = Opened(store or NoStore())
    play(scenario, opened, io.StringIO("".join(f"{line}\n" for line in lines)), out, opening=opening)  # type: ignore[arg-type]
    return out.getvalue()


def test_the_talk_names_each_speaker_and_needs_no_cursor() -> None:
    text = talk(NAME_IT)
    assert text.startswith("A small story\nWith: Dr. Vale (warm but easily stung).\n")
    assert "Last week you went to a concert.\nDr. Vale: A concert. I see.\n(The pen stops.)\n" in text
    assert f"You: {NAME_IT}\nDr. Vale: You saw that.\n(The pen goes down.)\n" in text
    assert "\x1b" not in text
    assert "> " not in text


def test_feedback_is_in_plain_words() -> None:
    text = talk(NAME_IT, "again", ASK)
    for part in (
        "Feedback.",
        "There: ",
        "Missing: ",
        "Coach: Principle of name-it. It lands.",
        "A strong way to say it: “You went quiet",
        "A weak one: “Whatever.”",
        "One thing to try: ",
    ):
        assert part in text
    assert re.search(r"“[^”]*scared[^”]*”", text)


def test_a_story_can_be_played_to_its_end_and_looked_back_on() -> None:
    text = talk(NAME_IT, "on", "I would like to stay with this for a minute.", "on", "transcript")
    assert "Ending: " in text
    assert "The way you took:" in text
    assert "Not taken: " in text
    assert text.count("Moment 2.") == 1
    assert text.endswith("Goodbye.\n")


def test_picking_shows_the_options_and_takes_a_number() -> None:
    text = talk("pick", "9", "pick 1")
    assert f". {ASK}" in text
    assert "Type a number from 1 to 3." in text
    assert "\nYou: " in text


def test_a_number_is_something_to_say_where_nothing_was_asked() -> None:
    assert "1 to 3" not in talk("9")


def test_trying_again_lays_both_side_by_side() -> None:
    text = talk("It's fine, let's talk about my week.", "again", NAME_IT)
    assert "Feedback on try 2." in text
    assert "  Before: “It's fine, let's talk about my week.” Dr. Vale: All right." in text
    assert f"  Now: “{NAME_IT}” Dr. Vale: You saw that." in text


def test_stepping_back_and_what_cannot_be_stepped_back_from() -> None:
    assert "no earlier moment" in talk("back")
    assert talk(ASK, "on", "back").count("Moment 1.") == 2
    assert talk(ASK, "on", "back 1").count("Moment 1.") == 2


def test_help_in_place() -> None:
    text = talk("hint", "hint", "hint", "hint", "why", "help", "look")
    assert "The idea: What is left unsaid grows." in text
    assert "A way to begin: When you ..., I ..." in text
    assert "“Why” does not fit here: your response comes first" in text
    assert "A command is a word alone on its line:" in text


def test_why_names_words_pattern_and_document() -> None:
    text = talk(NAME_IT, "why")
    assert "(skill): “" in text
    assert "From: “" in text
    assert re.search(r"\nFor authors: client\.[^\n]+\n[^\n]*\n?Goodbye", text)
    assert "doc-0" not in text


def test_what_was_meant_can_be_put_right() -> None:
    text = talk("It's fine, let's talk about my week.", "meant", "1")
    assert "Then I misread you." in text
    assert text.count("Feedback.") == 2


def test_not_understood_asks_once_and_then_offers() -> None:
    text = talk("xqzt vvk", "wrrgl mpf", "1")
    assert "other words" in text
    assert "Which of these comes nearest?" in text
    assert "Feedback." in text


def test_words_of_danger_stop_the_scene() -> None:
    text = talk("I want to kill myself", "what", "go on", ASK)
    assert text.count("findahelpline.com") == 2
    assert text.count("Moment 1.") == 2
    assert "Feedback." in text
    assert "Moment 1." not in talk("I want to kill myself", "leave").split("findahelpline.com")[1]


def test_pause_ends_and_the_session_can_be_continued() -> None:
    store = Store()
    assert "Feedback." not in talk(ASK, "on", "pause", "not read", store=store).split("Moment 2.")[1]
    text = talk("continue", store=store)
    assert "To take it up, type continue." in text
    assert "Moment 2." in text
    assert "unfinished" not in talk(store=store, opening="stuck")


def test_an_end_of_input_keeps_the_session_and_the_draft() -> None:
    store = Store()
    assert "You can come back" in talk(ASK, "again", '"""', NAME_IT, store=store)
    assert f"You had half typed: “{NAME_IT}”" in talk("continue", store=store)
    assert "Feedback on try 2." in talk("continue", "draft", store=store)
    assert "nothing half typed" in talk("draft")


def test_a_plan_and_a_note() -> None:
    store = Store()
    text = talk("plan", "When I go quiet", "I say that I go quiet", "note", "It was good.", store=store)
    assert "Kept: When I go quiet, I say that I go quiet" in text
    assert "No plan was kept." in talk("plan", "")
    assert "No plan was kept." in talk("plan", "When")
    assert "No note was kept." in talk("note")


def test_the_transcript_is_written_to_a_new_file_only(tmp_path: Path) -> None:
    file = tmp_path / "talk.md"
    assert "Written to" in talk(ASK, f"transcript {file}")
    before = file.read_text(encoding="utf-8")
    assert "is there already" in talk(f"transcript {file}")
    assert file.read_text(encoding="utf-8") == before
    assert "cannot be written" in talk(f"transcript {tmp_path}/no/talk.md")


def test_after_a_response_other_words_need_again() -> None:
    assert "type again first" in talk(ASK, "and another thing")


@pytest.mark.parametrize("hostile", ["\x1b]52;c;aGk=\x07", "\x1b[2J", "\u202eevil", "[red]x[/"])
def test_hostile_text_reaches_the_terminal_as_text(hostile: str) -> None:
    scene = replace(STORY.scenes["told"], partner=(Line(hostile),), principle=hostile, stem=hostile)
    scenario = replace(
        STORY,
        title=hostile,
        setting=hostile,
        partner=replace(STORY.partner, name=hostile, manner=hostile),
        scenes={**STORY.scenes, "told": scene},
    )
    text = talk("hint", "hint", hostile, "pick 1", "why", "on", "transcript", scenario=scenario)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert ("[red]x[/" in text) == (hostile == "[red]x[/")


def test_the_first_time_it_is_told_what_is_kept_and_where(home: Path) -> None:
    store = Store()
    assert f"kept on this machine only, in {home / 'speakup.db'}." in talk(ASK, store=store)
    assert "kept on this machine" not in talk(store=store)
    assert "nothing of this is kept" in talk()


def test_trouble_with_saving_is_told(home: Path) -> None:
    home.write_text("in the way")
    out = io.StringIO()
    play(STORY, open_store(), io.StringIO(""), out)
    assert "nothing is saved" in out.getvalue()


def test_continue_after_pause_goes_on(home: Path) -> None:  # noqa: ARG001 - the data folder of the test
    store = open_store().store
    talk(ASK, "on", "pause", store=store)
    text = talk("continue", "look", store=store)
    assert text.count("Moment 2.") == 2
    assert "pick, hint, help" in text.split("Moment 2.")[2]


def test_a_replay_leads_back_to_the_look_back() -> None:
    to_the_end = (NAME_IT, "on", "I would like to stay with this for a minute.", "on")
    text = talk(*to_the_end, "back 1", ASK, "debrief")
    assert text.count("type: debrief") == 2
    assert text.count("Ending: ") == 2
    assert f"You, later: {ASK}" in text
    assert "no debrief to go back to" in talk(ASK, "debrief")


def test_an_empty_line_is_not_something_that_could_not_be_followed() -> None:
    text = talk("xqzt vvk", "")
    assert text.count("I could not follow that yet") == 1
    assert text.count("Type other words, or: pick, hint, help.") == 2
