"""Reads Twee 3 (and the older Twee), and the HTML that Twine publishes. Nothing of a story is ever run."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from scenarios.faults import one_line
from scenarios.twine.story import Passage, Story, TwineError
from scoring.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 2_000_000
MOST_PASSAGES = 300
LONGEST_PASSAGE = 20_000
"""Characters; what is longer is cut."""
LONGEST_TAG = 5_000

_CODE = frozenset({"script", "stylesheet", "annotation", "twine.private", "header", "footer", "startup"})
"""Tags of passages that tell nothing."""
_SPECIAL = frozenset(
    "storytitle storydata storysettings storyauthor storysubtitle storyincludes storymenu storycaption "
    "storybanner storyinit storyinterface storyshare storyimages storymap userscript userstylesheet "
    "passageheader passagefooter passageready passagedone".split()
)
"""Names of passages that tell nothing, in small letters."""
_OLD_PLACE = re.compile(r" *<-?\d{1,6},-?\d{1,6}>$")
_ATTRIBUTE = re.compile(r'([a-z-]{1,30})="([^"<>]{0,2000})"')
_ESCAPED = re.compile(r"\\(.)")


def read_story(path: Path) -> Story:
    """Return the story in a file. Raise `TwineError` where there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TwineError(f"{path} cannot be read ({error.strerror})") from error
    if len(data) > MOST_BYTES:
        raise TwineError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB")
    return story_of(data.decode("utf-8-sig", "replace"))


def story_of(text: str) -> Story:
    """Return the story that a text holds. Raise `TwineError` where there is none."""
    is_page = "<tw-storydata" in text
    found = list(_page(text) if is_page else _twee(clean(text)))
    told = [each for each in found if not _is_code(each)]
    if not told:
        raise TwineError("there is no passage in it; export the story from Twine as Twee, and try again")
    if len(told) > MOST_PASSAGES:
        raise TwineError(
            f"it has {len(told)} passages, and a scenario up to {MOST_PASSAGES}; take a part of it"
        )
    names = {each.name for each in told}
    special = {each.name: each.content for each in found}
    wanted = (_start(special.get("StoryData", "")), "Start", told[0].name)
    start = next(name for name in wanted if name in names)
    return Story(one_line(special.get("StoryTitle", ""))[:100], start, tuple(told))


def _is_code(passage: Passage) -> bool:
    is_special = passage.name.casefold() in _SPECIAL
    return is_special or not _CODE.isdisjoint(tag.casefold() for tag in passage.tags)


def _start(data: str) -> str:
    """Return which passage the story's data names as the first; an empty text where it names none."""
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    return one_line(str(found.get("start", ""))) if isinstance(found, dict) else ""


def _twee(text: str) -> Iterator[Passage]:
    """Yield the passages of Twee: each begins with a line that begins with `::`."""
    seen: set[str] = set()
    for part in re.split(r"(?m)^::", text)[1:]:
        header, _, content = part.partition("\n")
        name, tags = _header(header)
        if name and name not in seen:
            seen.add(name)
            yield Passage(name, tags, content.strip()[:LONGEST_PASSAGE])


def _header(header: str) -> tuple[str, tuple[str, ...]]:
    """Return name and tags; `[`, `]`, `{` and `}` in a name stand behind a backslash."""
    end = _first(header, "[{")
    name, rest = header[:end], header[end:]
    tags: tuple[str, ...] = ()
    if rest.startswith("["):
        closing = 1 + _first(rest[1:], "]")
        tags = tuple(_ESCAPED.sub(r"\1", tag) for tag in rest[1:closing].split())
    return one_line(_ESCAPED.sub(r"\1", _OLD_PLACE.sub("", name))), tags


def _first(text: str, signs: str) -> int:
    """Return where the first of these signs stands that no backslash stands before; else the end."""
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] in signs:
            return at
        at += 1
    return len(text)


def _page(text: str) -> Iterator[Passage]:
    """Yield the passages of a published story, and its title and start as Twee has them.

    Twine writes each passage as one element, its content as text, so that no reader of HTML is needed.
    """
    story = next(_elements(text, "tw-storydata"), ({}, ""))[0]
    start, seen = "", set()
    for values, content in _elements(text, "tw-passagedata"):
        name = one_line(values.get("name", ""))
        if not name or name in seen:
            continue
        seen.add(name)
        if values.get("pid") == story.get("startnode", ""):
            start = name
        tags = tuple(clean(values.get("tags", "")).split())
        yield Passage(name, tags, clean(html.unescape(content)).strip()[:LONGEST_PASSAGE])
    yield Passage("StoryTitle", (), clean(story.get("name", "")))
    yield Passage("StoryData", (), json.dumps({"start": start}))


def _elements(text: str, tag: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield attributes and content of each element of a kind."""
    at = text.find(f"<{tag}")
    while at >= 0:
        end = text.find(">", at, at + LONGEST_TAG)
        if end >= 0:
            values = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text[at:end])}
            closing = text.find(f"</{tag}>", end)
            following = text.find(f"<{tag}", end)
            ends = [each for each in (closing, following) if each >= 0]
            yield values, text[end + 1 : min(ends, default=len(text))]
            at = following
        else:
            at = text.find(f"<{tag}", at + 1)
