from __future__ import annotations

import html
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.check import check
from scenarios.load import parse_scenario, read_scenario
from scenarios.map import Played, graph_of
from scenarios.map.twee import twee_lines
from scenarios.twine.links import LONGEST_TEXT, MOST_LINKS, links_of, words_of
from scenarios.twine.read import LONGEST_PASSAGE, MOST_BYTES, MOST_PASSAGES, read_story, story_of
from scenarios.twine.skeleton import TO_WRITE, skeleton
from scenarios.twine.story import Link, TwineError
from tests.scenarios.stories import scene, story

ROOT = Path(__file__).parents[3]
TWEE = """\
:: StoryTitle
A walk in the wood

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "start": "An overgrown path"}

:: UserScript [script]
window.evil = 1

:: UserStylesheet [stylesheet]
body { color: red }

:: A clearing [sunny lost] {"position":"600,400","size":"100,200"}
You sit down.

:: An overgrown path [forest spooky]
<<set $x to 1>>(set: $y to 2)<script>alert(1)</script>The path <b>ends</b> here.
[[Go on->A clearing]]
[[nowhere<-Go back]] [[A clearing]]
* [[Turn round|Home]] [[Home][$home to 1]]

:: Home\\[1\\]
Escaped.
"""


def loaded(text: str, **options: str) -> object:
    made = skeleton(story_of(text), **options)  # type: ignore[arg-type]
    found = parse_scenario(made)
    assert found.scenario, found.faults
    return found.scenario


# Reading


def test_passages_are_read_as_the_specification_says() -> None:
    found = story_of(TWEE)
    assert (found.title, found.start) == ("A walk in the wood", "An overgrown path")
    assert [each.name for each in found.passages] == ["A clearing", "An overgrown path", "Home[1]"]
    assert found.passages[0].tags == ("sunny", "lost")
    assert found.passages[0].content == "You sit down."


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("::Tight", "Tight"),
        (":: Old Twee <120,-30>", "Old Twee"),
        (":: With [a tag]", "With"),
        (':: With {"position":"1,2"}', "With"),
        (r":: A \[b\] \{c\} \\ \q", r"A [b] {c} \ q"),
        (":: Broken [tag", "Broken"),
        (":: Broken {meta", "Broken"),
    ],
)
def test_headers_of_all_kinds_are_read(header: str, name: str) -> None:
    assert story_of(f"{header}\nHm.").passages[0].name == name


def test_a_published_story_is_read_too() -> None:
    page = (
        "<!doctype html><title>x</title><script>evil()</script>"
        '<tw-storydata name="A &amp; B" startnode="2" hidden><style></style>'
        '<tw-passagedata pid="1" name="End" tags="lost">Bye &lt;b&gt;you&lt;/b&gt;</tw-passagedata>'
        '<tw-passagedata pid="2" name="Begin" tags="">[[Go-&gt;End]]</tw-passagedata></tw-storydata>'
    )
    found = story_of(page)
    assert (found.title, found.start) == ("A & B", "Begin")
    assert [each.content for each in found.passages] == ["Bye <b>you</b>", "[[Go->End]]"]


@pytest.mark.parametrize(
    ("content", "links"),
    [
        ("[[there]]", [Link("there", "there")]),
        ("[[go|there]]", [Link("go", "there")]),
        ("[[go->there]]", [Link("go", "there")]),
        ("[[there<-go]]", [Link("go", "there")]),
        ("[[a->b->c]]", [Link("a->b", "c")]),
        ("[[go|there][$x to 1]]", [Link("go", "there")]),
        ("[[go->there]] [[go->there]]", [Link("go", "there")]),
        ("[[->there]]", [Link("there", "there")]),
        ("[[go->]]", []),
        ("[[[[go->there]]", [Link("go", "there")]),
        ("[[" + "x" * 700 + "]]", []),
        ("[[never closed", []),
        ("[img[a.png]]", []),
    ],
    ids=range(13),
)
def test_links_of_all_kinds_are_read(content: str, links: list[Link]) -> None:
    assert list(links_of(content)) == links


def test_words_are_without_links_and_code() -> None:
    assert words_of(story_of(TWEE).passages[1].content) == "alert(1) The path ends here. *"
    assert words_of("&lt;b&gt; &amp; [[x]]\n\n[continued]\ny") == "<b> & y"
    assert len(words_of("word " * 2000)) <= LONGEST_TEXT + 2


# Writing


def test_passages_become_scenes_and_endings() -> None:
    made = parse_scenario(skeleton(story_of(TWEE))).scenario
    assert made
    assert (made.id, made.title, made.opening) == (
        "a-walk-in-the-wood",
        "A walk in the wood",
        "an-overgrown-path",
    )
    assert list(made.scenes) == ["an-overgrown-path"]
    assert {name: each.tone for name, each in made.endings.items()} == {
        "a-clearing": "lost",
        "home-1": "open",
        "nowhere": "open",
        "home": "open",
    }
    replies = made.scenes["an-overgrown-path"].replies
    assert {name: each.goes[0].to for name, each in replies.items()} == {
        "go-on": "a-clearing",
        "go-back": "nowhere",
        "a-clearing": "a-clearing",
        "turn-round": "home",
        "home": "home",
    }


def test_every_place_to_write_is_named_by_check(tmp_path: Path) -> None:
    file = tmp_path / "a-walk.yaml"
    text = skeleton(story_of(TWEE), "therapist", "a-walk")
    file.write_text(text, encoding="utf-8")
    faults = check([file])
    assert not [str(fault) for fault in faults if fault.is_error]
    unwritten = [fault for fault in faults if fault.message.startswith("still to be written")]
    lines = enumerate(text.splitlines(), 1)
    places = {number for number, line in lines if TO_WRITE in line.partition("#")[0]}
    assert {fault.line for fault in unwritten} == places
    assert str(unwritten[0]).endswith(
        'warning: still to be written: "one sentence for the list"; write it, or delete the line where it '
        "may be left out"
    )


def test_a_scenario_comes_back_from_twine_with_the_same_ways() -> None:
    varied = "\n          - {when: seen opened and alliance >= 1, to: lost}\n          - opened"
    scenes = scene("told", {"name-it": "opened", "ask": varied, "smooth-over": "lost"}, "told")
    scenes += scene("opened", {"name-it": "repaired", "ask": "told", "smooth-over": "lost"}, "opened")
    first = parse_scenario(story(scenes)).scenario
    assert first
    again = parse_scenario(skeleton(story_of("\n".join(twee_lines(graph_of(first), Played()))))).scenario
    assert again
    assert again.opening == first.opening
    assert {name: each.tone for name, each in again.endings.items()} == {
        "repaired": "repaired",
        "lost": "lost",
    }
    for name, was in first.scenes.items():
        now = again.scenes[name]
        assert [each.goes for each in now.replies.values()] == [each.goes for each in was.replies.values()]
        assert [each.says[0] for each in now.replies.values()] == [
            each.says[0] for each in was.replies.values()
        ]
        assert now.otherwise.goes == was.otherwise.goes


@pytest.mark.parametrize(
    "file", sorted((ROOT / "scenarios/library").glob("*.yaml")), ids=lambda file: file.stem
)
def test_every_scenario_of_ours_comes_back(file: Path) -> None:
    first = read_scenario(file).scenario
    if first is None:
        pytest.skip("not playable yet")
    again = parse_scenario(skeleton(story_of("\n".join(twee_lines(graph_of(first), Played())))))
    assert again.scenario, again.faults
    assert set(again.scenario.scenes) == set(first.scenes)
    assert set(again.scenario.endings) == set(first.endings)


@pytest.mark.parametrize(
    "text",
    [
        ":: One\nNothing follows.",
        ":: One\n[[One]]",
        ":: One\n[[a->Two]] [[a->Three]]\n:: Two\n[[One]]\n:: Three\n[[One]]",
        ":: Über Straße\n[[日本語]]\n:: 日本語\nはい",
        ":: A!\n[[A?]]\n:: A?\n[[A.]]\n:: A.\nx",
        ":: " + "x" * 500 + "\n[[" + "y" * 500 + "]]",
        ":: otherwise\n[[otherwise]] [[not]] [[and]]\n:: not\n:: and\n",
        ":: A\n[[x (if alliance >= 2)->B]] [[x (if __import__('os'))->B]]\n:: B\n",
        ':: A\nkey: value # note\n- item\n[["quoted": yes->B]]\n:: B\n%tag *alias &anchor !!python/name:os',
        ":: A\n\x1b]52;c;aGk=\x07 \u202e \x00 \ufffe [[\x1b[31mB]]\n:: B\n",
        ":: StoryData\n" + "[" * 5000 + "\n:: A\n[[B]]\n:: B\n",
        ':: StoryData\n{"start": ["A"]}\n:: A\n[[B]]',
        ':: StoryData\n{"start": "gone"}\n:: A\n[[B]]',
        "<tw-storydata name='x'><tw-passagedata name=\"A\">[[B]]",
    ],
    ids=range(14),
)
def test_odd_and_hostile_stories_make_scenarios_that_can_be_read(text: str) -> None:
    made = skeleton(story_of(text))
    found = parse_scenario(made)
    assert found.scenario, found.faults
    assert "\x1b" not in made
    assert not [fault for fault in found.faults if fault.is_error]


words = st.text(max_size=40)
passages = st.lists(
    st.tuples(words, words, st.lists(st.tuples(words, words), max_size=4)), min_size=1, max_size=6
)


@given(passages)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_story_the_skeleton_can_be_read(
    made: list[tuple[str, str, list[tuple[str, str]]]],
) -> None:
    parts = [
        f":: {name}\n{said}\n" + " ".join(f"[[{a}->{b}]]" for a, b in links) for name, said, links in made
    ]
    try:
        found = story_of("\n".join(parts))
    except TwineError:
        return
    read = parse_scenario(skeleton(found))
    assert read.scenario, read.faults


# Limits


@pytest.mark.parametrize(
    "text", ["", "no story", "::", ":: StoryData\n{}", "<tw-storydata name='x'>", "<html>"]
)
def test_what_is_no_story_is_told(text: str) -> None:
    with pytest.raises(TwineError, match="there is no passage in it"):
        story_of(text)


def test_limits_of_size(tmp_path: Path) -> None:
    with pytest.raises(TwineError, match=f"a scenario up to {MOST_PASSAGES}"):
        story_of("\n".join(f":: p{at}\nx" for at in range(MOST_PASSAGES + 1)))
    file = tmp_path / "big.twee"
    with file.open("wb") as big:
        big.truncate(MOST_BYTES + 1)
    with pytest.raises(TwineError, match="larger than 2 MB"):
        read_story(file)
    with pytest.raises(TwineError, match="cannot be read"):
        read_story(tmp_path)
    many = " ".join(f"[[l{at}]]" for at in range(100))
    assert len(links_of(many)) == MOST_LINKS
    assert len(story_of(":: A\n" + "x" * 100_000).passages[0].content) == LONGEST_PASSAGE
    full = "\n".join(
        f":: p{at}\n" + "é" * 1900 + " ".join(f"[[{'é' * 500}{n}->p{n}]]" for n in range(20))
        for at in range(MOST_PASSAGES)
    )
    with pytest.raises(TwineError, match="more than 1 MB"):
        skeleton(story_of(full))


@pytest.mark.parametrize(
    "piece", ["[[", "]]", "[[a->", "<<", "<!--", "(a:", "::", "\n::", "\\", "&amp", "<tw-passagedata ", "a\n"]
)
def test_no_story_takes_long(piece: str) -> None:
    text = ":: A\n" + piece * (1_000_000 // len(piece))
    page = '<tw-storydata><tw-passagedata name="A">' + html.escape(text)
    began = time.monotonic()
    for each in (text, page):
        try:
            skeleton(story_of(each))
        except TwineError:
            continue
    assert time.monotonic() - began < 20
