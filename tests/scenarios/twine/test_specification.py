"""What the Twee 3 specification (3.0.2) asks of one that writes Twee, and of one that reads it."""

from __future__ import annotations

import json
import re
import unicodedata
import uuid
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.load import parse_scenario
from scenarios.map import Played, graph_of
from scenarios.map.twee import twee_lines
from scenarios.twine.read import read_story, story_of
from scenarios.twine.skeleton import skeleton
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from pathlib import Path

META = re.compile(r"([\[\]{}\\])")
NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\ufeff<>"), min_size=1
).filter(lambda name: name == name.strip() and not name.startswith(":"))


CODE = frozenset("script stylesheet annotation twine.private header footer startup".split())
"""Tags that mark a passage as code, in large letters or small: it is not read."""
TAGS = NAMES.filter(lambda tag: tag.casefold() not in CODE)


def escaped(name: str) -> str:
    """Escape a name as the specification says."""
    return META.sub(r"\\\1", name)


def written(text: str) -> str:
    """Return the Twee of a scenario."""
    scenario = parse_scenario(text).scenario
    assert scenario
    return "\n".join(twee_lines(graph_of(scenario), Played())) + "\n"


# Reading


@pytest.mark.parametrize(
    ("header", "name", "tags"),
    [
        (":: An overgrown path", "An overgrown path", ()),
        ("::An overgrown path", "An overgrown path", ()),
        ("::   An overgrown path   ", "An overgrown path", ()),
        (":: An overgrown path [forest spooky]", "An overgrown path", ("forest", "spooky")),
        (":: An overgrown path[forest   spooky ]", "An overgrown path", ("forest", "spooky")),
        (':: An overgrown path {"position":"600,400","size":"100,200"}', "An overgrown path", ()),
        (':: An overgrown path [forest] {"position":"600,400"}', "An overgrown path", ("forest",)),
        (':: An overgrown path[forest]{"position":"600,400"}', "An overgrown path", ("forest",)),
        (':: An overgrown path [] {"a":"] [x"}', "An overgrown path", ()),
        (":: An overgrown path {no JSON at all", "An overgrown path", ()),
        (r":: Foo\\bar \[a\] \{b\} \q", r"Foo\bar [a] {b} q", ()),
        (r":: Path [\[a\] b\\c \{d\} \q]", "Path", ("[a]", r"b\c", "{d}", "q")),
        (":: Überweg 道 🌲 [wald]", "Überweg 道 🌲", ("wald",)),
    ],
)
def test_headers(header: str, name: str, tags: tuple[str, ...]) -> None:
    (passage,) = story_of(f"{header}\nHere.\n").passages
    assert (passage.name, passage.tags, passage.content) == (name, tags, "Here.")


@given(NAMES, st.lists(TAGS, max_size=3))
def test_every_name_and_tag_that_is_escaped_comes_back(name: str, tags: list[str]) -> None:
    block = f" [{' '.join(map(escaped, tags))}]" if tags else ""
    found = story_of(f':: Start\nx\n\n:: -{escaped(name)}{block} {{"position":"1,2"}}\nHere.').passages[-1]
    assert found.name == unicodedata.normalize("NFC", f"-{name}")
    assert found.tags == tuple(unicodedata.normalize("NFC", tag) for tag in tags)


@pytest.mark.parametrize("tag", sorted(CODE | {"SCRIPT"}))
def test_a_passage_that_is_code_is_left_out(tag: str) -> None:
    assert [each.name for each in story_of(f":: Start\nx\n\n:: Other [{tag}]\nHere.").passages] == ["Start"]


def test_content_runs_to_the_next_header_and_blank_lines_at_its_end_are_left_out() -> None:
    found = story_of(":: A\nOne.\n\n :: no header\nx :: nor this\n\n\n:: B\nTwo.\n\n")
    assert [each.content for each in found.passages] == ["One.\n\n :: no header\nx :: nor this", "Two."]


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark(tmp_path: Path, line: str, mark: bytes) -> None:
    file = tmp_path / "a.twee"
    text = ':: A [x]\nÄh [[B]]\n\n:: StoryData\n{"start": "B"}\n\n:: B\nEnd.\n'
    file.write_bytes(mark + text.replace("\n", line).encode())
    found = read_story(file)
    assert found.start == "B"
    assert [(each.name, each.content) for each in found.passages] == [("A", "Äh [[B]]"), ("B", "End.")]


@pytest.mark.parametrize(
    ("data", "start"),
    [
        ('{"start": "Second"}', "Second"),
        ('{\n\t"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",\n\t"start": "Second"\n}', "Second"),
        (r'{"start": "Cafe\u0301"}', "Café"),
        ('{"start": "Nowhere"}', "Start"),
        ("{}", "Start"),
        ("no JSON", "Start"),
        ('["a"]', "Start"),
        ('{"start": 7}', "Start"),
    ],
)
def test_story_data_and_start(data: str, start: str) -> None:
    found = story_of(f":: First\nx\n:: Start\nx\n:: Second\nx\n:: Café\nx\n:: StoryData\n{data}\n")
    assert found.start == start
    assert "StoryData" not in {each.name for each in found.passages}


def test_scripts_and_styles_tell_nothing() -> None:
    found = story_of(":: A\nx\n:: B [script]\nalert(1)\n:: C [stylesheet]\nbody {}\n:: StoryTitle\nT\n")
    assert [each.name for each in found.passages] == ["A"]


# Writing

TITLES = [
    "The [test] & {more}",
    r"Back\slash",
    "::Start",
    "A / B (c) *d* _e_ = $f",
    "Überweg 道",
    "a &amp; b",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_comes_back_as_it_was(title: str) -> None:
    text = written(story().replace("title: The test", f"title: {json.dumps(title)}"))
    assert story_of(text).title == title
    made = parse_scenario(skeleton(story_of(text))).scenario
    assert made
    assert made.title == title


def test_what_is_written_has_all_that_must_be_there() -> None:
    text = written(story())
    assert text.startswith(":: StoryTitle\nThe test\n\n:: StoryData\n{\n")
    data = json.loads(text.split(":: StoryData\n")[1].split("\n\n")[0])
    number = data["ifid"]
    assert number == number.upper()
    assert (uuid.UUID(number).version, uuid.UUID(number).variant) == (4, uuid.RFC_4122)
    assert data["start"] == "told"
    assert all(isinstance(colour, str) for colour in data["tag-colors"].values())
    assert isinstance(data["zoom"], float)
    for header in re.findall(r"(?m)^:: (?!Story).*", text):
        found = re.fullmatch(r":: [a-z0-9-]+ (?:\[[a-z ]*\] )?(\{.*\})", header)
        assert found, header
        meta = json.loads(found[1])
        assert set(meta) == {"position", "size"}
        assert all(re.fullmatch(r"\d+,\d+", value) for value in meta.values())


def test_what_is_written_comes_back_with_the_same_passages_and_ways() -> None:
    first = story_of(written(story()))
    again = parse_scenario(skeleton(first)).scenario
    assert again
    assert (first.start, again.opening) == ("told", "told")
    assert [*again.scenes, *again.endings] == [each.name for each in first.passages]
    second = story_of("\n".join(twee_lines(graph_of(again), Played())))
    assert [(each.name, re.findall(r"->(.*?)\]\]", each.content)) for each in second.passages] == [
        (each.name, re.findall(r"->(.*?)\]\]", each.content)) for each in first.passages
    ]
