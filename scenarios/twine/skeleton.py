"""A Twine story as the skeleton of a scenario, with clear places where its author has to write.

The skeleton can be read, checked and played at once. `speakup check` names every place
that is still to be written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.condition_parser import parse
from scenarios.faults import ConditionError
from scenarios.names import OTHERWISE
from scenarios.source import MAX_BYTES
from scenarios.twine.links import links_of, words_of
from scenarios.twine.names import free, slug
from scenarios.twine.story import Link, Passage, Story, TwineError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Role

TO_WRITE = "TO WRITE:"
"""What every text begins with that an author has still to write."""
_TONES = ("repaired", "open", "costly", "lost")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.'’!?-]*[A-Za-z0-9.'’!?]")
_NO_TEXT = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IF = re.compile(r"(.{1,400}) \(if (.{1,300})\)")
_MARKS = str.maketrans("›‹", "><")


@dataclass(slots=True)
class _Reply:
    says: str
    ways: list[tuple[str, str]] = field(default_factory=list)
    """Condition and target."""


@dataclass(slots=True)
class _Scene:
    passage: Passage
    replies: dict[str, _Reply]


def skeleton(story: Story, role: Role = "client", name: str = "") -> str:
    """Return the text of a scenario file. Raise `TwineError` where it would be too large."""
    text = "\n".join(_Skeleton(story, role, name).lines()) + "\n"
    if len(text.encode()) > MAX_BYTES:
        raise TwineError(f"it makes a scenario of more than {MAX_BYTES // 1_000_000} MB; take a part of it")
    return text


class _Skeleton:
    """Writes one story."""

    def __init__(self, story: Story, role: Role, name: str) -> None:
        self._story, self._role = story, role
        self._id = name or slug(story.title, "my-story")
        self._taken: set[str] = set()
        self._name = {each.name: free(slug(each.name, "scene"), self._taken) for each in story.passages}
        links = {each.name: links_of(each.content) for each in story.passages}
        self._missing = dict.fromkeys(
            link.to for found in links.values() for link in found if link.to not in self._name
        )
        for to in self._missing:
            self._name[to] = free(slug(to, "ending"), self._taken)
        self._scenes = [
            _Scene(each, self._replies(links[each.name]))
            for each in story.passages
            if links[each.name] or each.name == story.start
        ]
        scenes = {scene.passage.name for scene in self._scenes}
        self._endings = [each for each in story.passages if each.name not in scenes]
        self._end = ""
        """An ending of our own, where the story has none or one is needed."""
        if not (self._endings or self._missing) or not links[story.start]:
            self._end = free("the-end", self._taken)

    def _replies(self, links: tuple[Link, ...]) -> dict[str, _Reply]:
        """Return the replies by name: links with the same words are one reply with several ways."""
        replies: dict[str, _Reply] = {}
        named: dict[str, str] = {}
        taken = {OTHERWISE}
        for link in links:
            says, when = _parted(link.text)
            if says == OTHERWISE:
                replies.setdefault(OTHERWISE, _Reply("")).ways.append((when, self._name[link.to]))
                continue
            if says not in named or _is_settled(replies[named[says]]):
                named[says] = free(slug(says, "reply"), taken)
                replies[named[says]] = _Reply(says)
            replies[named[says]].ways.append((when, self._name[link.to]))
        return replies

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield "# Made from a Twine story. Every place that is still to be written begins with TO WRITE:"
        yield "# or has a note behind it. `speakup check` names each of them with its line."
        yield f"scenario: {self._id}"
        yield f"title: {_text(self._story.title or 'TO WRITE: a title')}"
        yield f"summary: {_todo('one sentence for the list')}"
        yield f"role: {self._role}"
        yield f"partner: {{name: {_todo('a name')}, manner: {_todo('how they are and how they speak')}}}"
        yield "level: 1"
        yield "minutes: 5"
        yield "practises: []           # to write: the skills, as in [names_feeling, describes_event]"
        yield "practises_advice: []    # to write: rows of the advice table (speakup sources)"
        yield "sources: []             # to write: source documents, as in [doc-003]"
        yield f"setting: {_todo('where it is and what has happened')}"
        yield f"opening: {self._name[self._story.start]}"
        yield "scenes:"
        for scene in self._scenes:
            yield from self._scene(scene)
        yield "endings:"
        for passage in self._endings:
            yield from self._ending(passage)
        for name in self._missing:
            yield f"  # The story has a link to {_note(name)}, and no passage of this name."
            yield from self._ending(Passage(name, (), ""))
        if self._end:
            yield from _ending_lines(self._end, _todo("a title"), _todo("how it ends"), "open")

    def _scene(self, scene: _Scene) -> Iterator[str]:
        said = words_of(scene.passage.content)
        replies = {name: reply for name, reply in scene.replies.items() if name != OTHERWISE}
        if not replies:
            replies = {"go-on": _Reply(f"{TO_WRITE} a saying", [("", self._anywhere(scene))])}
        otherwise = scene.replies.get(OTHERWISE) or next(iter(replies.values()))
        yield f"  {self._name[scene.passage.name]}:    # the passage {_note(scene.passage.name)}"
        yield f"    partner: {_text(said) if said else _todo('what the partner says')}"
        yield f"    principle: {_todo('the idea that the moment turns on')}"
        yield f"    stem: {_todo('the beginning of a sentence')}"
        yield "    calls_for: []       # to write: the skills that would help here"
        yield "    replies:            # three to five"
        for name, reply in replies.items():
            yield f"      {name}:"
            yield "        says:           # to write: three more, in really different words"
            yield f"          - {_text(reply.says)}"
            yield "        shows: []       # to write: the labels that all of them show"
            yield from _goes(reply.ways, "        ")
            yield f"        coach: {_todo('what this reply does, and one thing to try')}"
        yield "    otherwise:          # to write: where other words lead"
        yield from _goes(otherwise.ways, "      ")
        yield "    # to write: strong (two examples), weak (one), marked (six typed responses)"

    def _anywhere(self, scene: _Scene) -> str:
        """Return where a scene can go that has no reply of its own."""
        ways = [to for reply in scene.replies.values() for _, to in reply.ways]
        return ways[0] if ways else self._end

    def _ending(self, passage: Passage) -> Iterator[str]:
        said = words_of(passage.content)
        tone = next((tag for tag in passage.tags if tag in _TONES), "open")
        text = _text(said) if said else _todo("how it ends")
        yield from _ending_lines(self._name[passage.name], _text(passage.name), text, tone)


def _ending_lines(name: str, title: str, text: str, tone: str) -> Iterator[str]:
    yield f"  {name}:"
    yield f"    title: {title}"
    yield f"    text: {text}"
    yield f"    principle: {_todo('the idea to take home')}"
    yield f"    tone: {tone}          # to write: repaired, open, costly or lost"


def _goes(ways: list[tuple[str, str]], lead: str) -> Iterator[str]:
    """Yield where a reply leads: the first way that is always open ends the list."""
    always = next((at for at, (when, _) in enumerate(ways) if not when), len(ways))
    if not ways[:always]:
        yield f"{lead}goes: {ways[0][1]}"
        return
    yield f"{lead}goes:"
    for when, to in ways[:always]:
        yield f"{lead}  - {{when: {_text(when)}, to: {to}}}"
    yield f"{lead}  - {ways[min(always, len(ways) - 1)][1]}"


def _is_settled(reply: _Reply) -> bool:
    """Say whether a reply has a way that is always open: another link with its words is another reply."""
    return any(not when for when, _ in reply.ways)


def _parted(text: str) -> tuple[str, str]:
    """Part a link such as our own map writes, `I see. (if alliance >= 2)`, into words and condition."""
    found = _IF.fullmatch(text)
    if not found:
        return text, ""
    condition = found[2].translate(_MARKS)
    try:
        parse(condition)
    except ConditionError:
        return text, ""
    return found[1], condition


def _todo(what: str) -> str:
    return json.dumps(f"{TO_WRITE} {what}")


def _note(text: str) -> str:
    """Return a name as it can stand in a comment."""
    return json.dumps(_safe(text)[:80], ensure_ascii=False)


def _text(text: str) -> str:
    """Return a text as YAML: in quotes unless it is surely plain."""
    safe = _safe(text) or f"{TO_WRITE} a text"
    return safe if _PLAIN.fullmatch(safe) else json.dumps(safe, ensure_ascii=False)


def _safe(text: str) -> str:
    return _NO_TEXT.sub(" ", text).strip()
