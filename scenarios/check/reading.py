"""Checks of what the scorer makes of a scenario: its sayings, and its marked responses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.condition import World, holds
from scenarios.faults import Fault, quoted
from scenarios.finding import Found, find_reply, scored
from scenarios.labels import PITFALLS
from scenarios.lines import pick
from scenarios.names import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scenarios.check.subject import Subject
    from scenarios.model import Marked, Reply, Role, Scene
    from scoring.verdict import Verdict

GOOD_SHARE = 0.9
"""From this share of marked responses that reach their reply on, the rest are notes and not warnings."""
CONFUSED_SHARE = 0.5
"""From this share of sayings on that are taken for the other reply, two replies cannot be told apart."""


@dataclass(frozen=True, slots=True)
class MarkedResult:
    """What came of one marked response."""

    scene: str
    at: int
    """Where it stands among the marked responses of the scene, from 0."""
    marked: Marked
    found: Found
    labels: frozenset[str]
    """The labels that the scorer read."""

    @property
    def reached(self) -> str:
        """The reply that it reached, `otherwise`, or what else happened."""
        if self.found.kind == "reply":
            return str(self.found.reply)
        if self.found.kind == "near_tie":
            return " or ".join(self.found.between)
        return OTHERWISE if self.found.kind == "otherwise" else "nothing, since it was not understood"

    @property
    def is_right(self) -> bool:
        """True where it reached the reply that it must."""
        return self.reached == self.marked.reply


def check(subject: Subject) -> Iterator[Fault]:
    """Yield where the scorer reads a scenario in another way than its author."""
    for scene in subject.scenario.scenes.values():
        for reply in scene.replies.values():
            yield from _sayings(subject, scene, reply)
        yield from _alike(subject, scene)
    yield from _marked(subject)


def marked_results(subject: Subject) -> tuple[MarkedResult, ...]:
    """Try every marked response of a scenario."""
    results = []
    for scene in subject.scenario.scenes.values():
        for at, marked in enumerate(scene.marked):
            verdict = read(marked.text, subject.scenario.role, partner_says(scene))
            found = _found(scene, _world(subject, scene, marked.reply), verdict, partner_says(scene))
            results.append(MarkedResult(scene.id, at, marked, found, verdict.labels))
    return tuple(results)


def read(text: str, role: Role, partner: str) -> Verdict:
    """Score a text, once."""
    return scored(text, role, partner)


def partner_says(scene: Scene) -> str:
    """Return what the partner says in a scene where nothing special has happened."""
    plain = [line.says for line in scene.partner if not line.when]
    return plain[-1] if plain else pick(scene.partner, World()) or scene.partner[0].says


def _world(subject: Subject, scene: Scene, reply: str) -> World:
    """Return a world in which the reply is foreseen, the first that the story comes to."""
    worlds = subject.story.worlds
    here = [world for (where, name), world in worlds.items() if where == scene.id and name == reply]
    here += [world for (where, _), world in worlds.items() if where == scene.id]
    return here[0] if here else World()


def _sayings(subject: Subject, scene: Scene, reply: Reply) -> Iterator[Fault]:
    """Yield a fault for each saying that the scorer reads in another way than `shows`."""
    role, shows = subject.scenario.role, frozenset(reply.shows)
    for at, saying in enumerate(reply.says):
        verdict = read(saying, role, partner_says(scene))
        path = ("scenes", scene.id, "replies", reply.id, "says", at)
        if verdict.crisis:
            message = "the scorer takes this saying for words of danger, and play would stop"
            yield subject.error(message, "say it in other words", *path)
            continue
        missing, more = shows - verdict.labels, verdict.labels - shows
        pitfalls = more & frozenset(PITFALLS[role])
        if not missing and not pitfalls:
            continue
        message = f"the scorer reads this saying as {_said(verdict.labels)}, and `shows` says {_said(shows)}"
        mend = "change the saying or `shows`"
        strange = (shows and not shows & verdict.labels) or (
            pitfalls and not shows & frozenset(PITFALLS[role])
        )
        yield (subject.warning if strange else subject.note)(message, mend, *path)


def _alike(subject: Subject, scene: Scene) -> Iterator[Fault]:
    """Yield a fault for two replies whose sayings are mostly taken for each other."""
    replies = list(scene.replies.values())
    taken = {
        reply.id: [_without(subject, scene, reply, saying) for saying in reply.says] for reply in replies
    }
    for at, one in enumerate(replies):
        for other in replies[at + 1 :]:
            wrong = sum(_is_taken_for(found, other.id) for found in taken[one.id])
            wrong += sum(_is_taken_for(found, one.id) for found in taken[other.id])
            if wrong >= CONFUSED_SHARE * (len(one.says) + len(other.says)):
                message = f"the scorer cannot tell the replies {quoted(one.id)} and {quoted(other.id)} apart"
                mend = "let them show different labels, or make one of them"
                yield subject.key("warning", message, mend, "scenes", scene.id, "replies", other.id)


def _without(subject: Subject, scene: Scene, reply: Reply, saying: str) -> Found:
    """Find the reply for one of its sayings, as if it were not one of them."""
    others = tuple(each for each in reply.says if each != saying)
    replies = {**scene.replies, reply.id: replace(reply, says=others)}
    verdict = read(saying, subject.scenario.role, partner_says(scene))
    world = _world(subject, scene, reply.id)
    return _found(replace(scene, replies=replies), world, verdict, partner_says(scene))


_Asked = tuple[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...], str, str, str]


def _found(scene: Scene, world: World, verdict: Verdict, says: str) -> Found:
    """Find a reply, once for the same words in the same place."""
    replies = [each for each in scene.replies.values() if holds(each.when, world)]
    key = (tuple((each.id, each.says, each.shows) for each in replies), verdict.role, verdict.text, says)
    if key not in _known:
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        _known[key] = find_reply(scene, world, verdict, says)
    return _known[key]


MOST_KNOWN = 20_000
_known: dict[_Asked, Found] = {}


def _is_taken_for(found: Found, reply: str) -> bool:
    return found.reply == reply or reply in found.between


def _marked(subject: Subject) -> Iterator[Fault]:
    results = marked_results(subject)
    wrong = [each for each in results if not each.is_right]
    is_good = len(wrong) <= (1 - GOOD_SHARE) * len(results)
    for each in wrong:
        message = f"this marked response must reach {each.marked.reply} and reaches {each.reached}"
        mend = f"the scorer reads it as {_said(each.labels)}; add a saying like it, or change `shows`"
        path = ("scenes", each.scene, "marked", each.at)
        yield (subject.note if is_good else subject.warning)(message, mend, *path)
    for each in results:
        if each.is_right and not frozenset(each.marked.labels) <= each.labels:
            message = f"the scorer reads this as {_said(each.labels)}, not {_said(each.marked.labels)}"
            path = ("scenes", each.scene, "marked", each.at)
            yield subject.note(message, "look whether the labels are right", *path)


def _said(labels: Iterable[str]) -> str:
    return " + ".join(sorted(labels)) or "nothing"
