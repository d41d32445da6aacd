"""The talk so far: as values, as plain text and as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.play.chairs import told_in
from trainer.play.plan import sentence
from trainer.play.view import you

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.play.chairs import TwoChairs
    from trainer.play.state import Moment, Said, State

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_START = re.compile(r"(?m)^([ \t]*\d*)([-+=.)])")


@dataclass(frozen=True, slots=True)
class Turn:
    """One moment of the talk: what was said, and the tries that the talk did not follow."""

    number: int
    said: tuple[Said, ...]
    other_tries: tuple[str, ...]


def turns(state: State) -> tuple[Turn, ...]:
    """Return the talk along the path, a turn for each moment."""
    return tuple(_turn(at, moment) for at, moment in enumerate(state.path, 1))


def _turn(number: int, moment: Moment) -> Turn:
    if moment.last is None:
        return Turn(number, moment.lines, ())
    said = (*moment.lines, you(moment.last.text), *moment.last.reaction)
    return Turn(number, said, tuple(each.text for each in (*moment.attempts[:-1], *moment.later)))


def plain(state: State, chairs: TwoChairs | None = None) -> str:
    """Return the talk as plain text, each line with its speaker, and below it both chairs."""
    lines = [state.scenario.title, "", state.scenario.setting.strip()]
    for turn in turns(state):
        lines.append("")
        lines.extend(labelled(said) for said in turn.said)
        lines.extend(f"(You also tried: {text})" for text in turn.other_tries)
    if ending := state.scenario.endings.get(state.ending):
        lines += ["", f"Ending: {ending.title}"]
    if state.plan:
        lines += ["", f"My plan: {sentence(state.plan.when, state.plan.then)}"]
    if chairs:
        lines += ["", *chairs_lines(chairs)]
    return "\n".join(lines).strip() + "\n"


def chairs_lines(chairs: TwoChairs) -> Iterator[str]:
    """Yield both chairs, moment by moment, in lines of plain words."""
    yield "Two chairs."
    yield told_in(chairs)
    for number, each in enumerate(chairs.moments, 1):
        yield f"  {number}. {each.title}."
        for chair, voice in ((chairs.here, each.here), (chairs.there, each.there)):
            if voice.inner:
                yield f"     Inside {chair.name}: {voice.inner}"
            if voice.said:
                yield f"     You, as {chair.name}: {voice.said}"
            elif chair.was_played:
                yield f"     As {chair.name} you did not come by here."


def labelled(said: Said) -> str:
    """One line of the talk with its speaker."""
    return f"({said.text})" if said.speaker == "aside" else f"{said.name}: {said.text}"


def markdown(state: State, chairs: TwoChairs | None = None) -> str:
    """Return the talk as Markdown; the words of people are shown as they are and never as marks."""
    lines = [f"# {escaped(state.scenario.title)}", "", escaped(state.scenario.setting.strip()), ""]
    for turn in turns(state):
        lines += [f"## Moment {turn.number}", ""]
        for said in turn.said:
            lines += [_marked(said), ""]
        for text in turn.other_tries:
            lines += [f"- You also tried: {escaped(text, joined=True)}"]
        if turn.other_tries:
            lines.append("")
    if ending := state.scenario.endings.get(state.ending):
        lines += [f"## Ending: {escaped(ending.title)}", ""]
    if state.plan:
        lines += ["## My plan", "", escaped(sentence(state.plan.when, state.plan.then)), ""]
    if chairs:
        lines += _chairs_marked(chairs)
    return "\n".join(lines).rstrip() + "\n"


def _chairs_marked(chairs: TwoChairs) -> Iterator[str]:
    """Yield both chairs as Markdown, a heading a moment."""
    yield from ("## Two chairs", "", escaped(told_in(chairs), joined=True), "")
    for each in chairs.moments:
        yield from (f"### {escaped(each.title, joined=True)}", "")
        for chair, voice in ((chairs.here, each.here), (chairs.there, each.there)):
            name = escaped(chair.name, joined=True)
            if voice.inner:
                yield from (f"**Inside {name}:** *{escaped(voice.inner, joined=True)}*", "")
            if voice.said:
                yield from (f"**You, as {name}:** {escaped(voice.said)}", "")


def _marked(said: Said) -> str:
    if said.speaker == "aside":
        return f"*{escaped(said.text, joined=True)}*"
    return f"**{escaped(said.name)}:** {escaped(said.text)}"


def escaped(text: str, *, joined: bool = False) -> str:
    """Text in which Markdown finds no marks, with line breaks kept, or joined into one line."""
    safe = _AT_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))
    return " ".join(safe.split()) if joined else safe.replace("\n", "  \n")
