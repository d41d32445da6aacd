"""What a front end shows of a session now: plain values, in the words of the player."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.play.events import OTHERWISE
from trainer.play.retaking import is_retaken
from trainer.play.state import Moment, Phase, Said, State
from trainer.play.step import HINTS
from trainer.play.turn import open_replies

if TYPE_CHECKING:
    from scenarios.model import Reply, Scenario

Action = Literal[
    "say",
    "pick",
    "choose",
    "hint",
    "why",
    "meant",
    "again",
    "back",
    "debrief",
    "on",
    "halt",
    "plan",
    "note",
    "pause",
    "leave",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked."""

    number: int
    """From 1, as it is shown."""
    reply: str
    """What to send: the id of a reply, or `otherwise`."""
    says: str


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of help."""

    kind: Literal["principle", "stem", "example"]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A session as it is to be shown now."""

    title: str
    partner: str
    manner: str
    phase: Phase
    number: int
    """Which moment of the path this is, from 1."""
    setting: str
    """The setting, at the first moment only."""
    said: tuple[Said, ...]
    """The talk of this moment: the partner's lines and, after a response, the response and the reaction."""
    asks: str
    """What the program asks for now, in one or two sentences; empty where nothing needs to be asked."""
    options: tuple[Option, ...]
    """What can be picked (`responding`, `rephrasing`) or chosen (`clarifying`, `offering`)."""
    hints: tuple[Hint, ...]
    """The help that was asked for at this moment."""
    more_hints: bool
    attempts: int
    is_retaken: bool
    """Whether this is the moment that is taken again after the end."""
    actions: frozenset[Action]
    """What the player can do now."""


def view(state: State) -> View:
    """Show `state`."""
    scenario = state.scenario
    return View(
        title=scenario.title,
        partner=scenario.partner.name,
        manner=scenario.partner.manner,
        phase=state.phase,
        number=len(state.path),
        setting=scenario.setting.strip() if not state.passed else "",
        said=said_now(state),
        asks=asks(state),
        options=choices(state),
        hints=hints(state)[: state.moment.hints],
        more_hints="hint" in _ACTIONS[state.phase] and state.moment.hints < len(hints(state)),
        attempts=len(state.moment.attempts),
        is_retaken=is_retaken(state),
        actions=actions(state),
    )


def said_now(state: State) -> tuple[Said, ...]:
    """Return the talk of the present moment, with the last response and what it led to."""
    if state.phase in ("feedback", "ended", "left") and (last := state.moment.last):
        return (*state.moment.lines, you(last.text), *last.reaction)
    if state.pending:
        return (*state.moment.lines, you(state.pending.text))
    return state.moment.lines


def you(text: str) -> Said:
    """Words of the player."""
    return Said("player", "You", text)


def asks(state: State) -> str:
    """Return what the program asks for in the present phase."""
    partner = state.scenario.partner.name
    return {
        "responding": "",
        "clarifying": "I can read that in two ways. Which one did you mean?",
        "rephrasing": f"I could not follow that yet, so {partner} has not heard it. Say it in other words?",
        "offering": "I still cannot follow; that is my limit, not yours. Which of these comes nearest?",
        "feedback": "",
        "halted": "",
        "ended": "",
        "left": "",
    }[state.phase]


def choices(state: State) -> tuple[Option, ...]:
    """Return what can be picked or chosen now."""
    if state.phase in ("responding", "rephrasing"):
        return options(state)
    if state.phase == "offering":
        return _with_neither(options(state), "None of these")
    if state.phase == "clarifying" and state.pending:
        replies = [state.scene.replies[each] for each in state.pending.reading.between]
        return _with_neither(_numbered(replies), "Neither of these")
    return ()


def options(state: State) -> tuple[Option, ...]:
    """Return the first saying of each reply that can be given now, in an order that gives nothing away."""
    replies = open_replies(state.scenario, state.passed, state.moment)
    return _numbered(sorted(replies, key=lambda each: _shuffle(state.scenario, state.moment, each)))


def _numbered(replies: list[Reply]) -> tuple[Option, ...]:
    return tuple(Option(at, each.id, each.says[0]) for at, each in enumerate(replies, 1) if each.says)


def _with_neither(found: tuple[Option, ...], words: str) -> tuple[Option, ...]:
    return (*found, Option(len(found) + 1, OTHERWISE, words))


def _shuffle(scenario: Scenario, moment: Moment, reply: Reply) -> bytes:
    """Return a place in the order that is the same each time and follows nothing that the author wrote."""
    return hashlib.blake2b(f"{scenario.id}/{moment.scene}/{reply.id}".encode(), digest_size=8).digest()


def hints(state: State) -> tuple[Hint, ...]:
    """All the help for this moment, in the order in which it is given."""
    scene = state.scene
    example = scene.strong[0] if scene.strong else best_saying(state)
    found = (
        Hint("principle", "The idea", scene.principle),
        Hint("stem", "A way to begin", scene.stem),
        Hint("example", "One way to say it", example),
    )
    return tuple(each for each in found if each.text)[:HINTS]


def best_saying(state: State) -> str:
    """Return a saying that shows most of what is called for, where the author gave no example."""
    replies = open_replies(state.scenario, state.passed, state.moment)
    called = set(state.scene.calls_for)
    best = max(replies, key=lambda each: (len(called & set(each.shows)), each.alliance), default=None)
    return best.says[-1] if best and best.says else ""


_ACTIONS: dict[Phase, frozenset[Action]] = {
    "responding": frozenset({"say", "pick", "hint", "pause", "leave"}),
    "clarifying": frozenset({"say", "choose", "hint", "pause", "leave"}),
    "rephrasing": frozenset({"say", "pick", "hint", "pause", "leave"}),
    "offering": frozenset({"say", "choose", "hint", "pause", "leave"}),
    "feedback": frozenset({"on", "again", "why", "meant", "hint", "pause", "leave"}),
    "halted": frozenset({"halt"}),
    "ended": frozenset({"plan", "note", "pause", "leave"}),
    "left": frozenset(),
}


def actions(state: State) -> frozenset[Action]:
    """Return what the player can do now."""
    more: set[Action] = set()
    if state.phase not in ("halted", "left") and (state.passed or state.phase == "ended"):
        more.add("back")
    if state.looked_back and state.phase not in ("halted", "ended", "left"):
        more.add("debrief")
    if state.phase == "responding" and state.moment.attempts:
        more.add("on")
    return _ACTIONS[state.phase] | more
