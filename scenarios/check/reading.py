"""Checks of what the scorer makes of a scenario: its sayings, and its marked responses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.check.claims import differs, is_contrary, said, summed_up
from scenarios.condition import World, holds
from scenarios.faults import Fault, quoted
from scenarios.finding import Found, find_reply, scored
from scenarios.lines import pick
from scenarios.names import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.check.claims import Differing
    from scenarios.check.subject import Subject
    from scenarios.model import Marked, Reply, Role, Scene
    from scenarios.tree import Step
    from scoring.verdict import Verdict

GOOD_SHARE = 0.9
"""From this share of marked responses that are read as they must be, the rest are notes and not warnings.

A single one that is misread tells of the scorer, not of the file, and nobody should be led to remove it."""
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
    def path(self) -> tuple[Step, ...]:
        """Where it stands in the file."""
        return ("scenes", self.scene, "marked", self.at)

    @property
    def reached(self) -> str:
        """The reply that it reached, `otherwise`, or what else happened."""
        return reached(self.found)

    @property
    def is_right(self) -> bool:
        """True where it reached the reply that it must."""
        return self.reached == self.marked.reply

    @property
    def is_contrary(self) -> bool:
        """True where good words were read as a pitfall, or the other way round."""
        return is_contrary(frozenset(self.marked.labels), self.labels)


def reached(found: Found) -> str:
    """Return the reply that words reached, `otherwise`, or what else happened."""
    if found.kind == "reply":
        return str(found.reply)
    if found.kind == "near_tie":
        return " or ".join(found.between)
    return OTHERWISE if found.kind == "otherwise" else "nothing, since it was not understood"


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
    """Yield where the sayings of a reply mean danger, reach another reply, or are read as something else."""
    role, says, claimed = subject.scenario.role, partner_says(scene), frozenset(reply.shows)
    here = ("scenes", scene.id, "replies", reply.id, "says")
    differing: list[Differing] = []
    for at, saying in enumerate(reply.says):
        verdict = read(saying, role, says)
        if verdict.crisis:
            message = "the scorer takes this saying for words of danger, and play would stop"
            yield subject.error(message, "say it in other words", *here, at)
            continue
        if wrong := _elsewhere(_found(scene, _world(subject, scene, reply.id), verdict, says), reply):
            message = f"typed word for word, this saying reaches {wrong} and not {reply.id}"
            yield subject.warning(message, "say it in other words", *here, at)
        if is_contrary(claimed, verdict.labels):
            message = f"the scorer reads this saying as {said(verdict.labels)}, not as {said(claimed)}"
            yield subject.warning(message, "say it in other words, or change `shows`", *here, at)
        elif differs(claimed, verdict.labels):
            differing.append((subject.source.place(*here, at).line, verdict.labels))
    if differing:
        message = summed_up(differing, len(reply.says), "sayings", f"`shows` ({said(claimed)})")
        yield subject.key("note", message, "look whether every saying shows that", *here)


def _elsewhere(found: Found, reply: Reply) -> str:
    """Return what was reached; nothing where it is the reply itself."""
    return "" if found.reply == reply.id else reached(found)


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
    """Yield a fault for each marked response that misses its reply, and where labels are read otherwise."""
    results = marked_results(subject)
    wrong = [each for each in results if not each.is_right]
    is_good = len(wrong) <= (1 - GOOD_SHARE) * len(results)
    for each in wrong:
        message = f"this marked response must reach {each.marked.reply} and reaches {each.reached}"
        mend = f"the scorer reads it as {said(each.labels)}; add a saying like it, or change `shows`"
        yield (subject.note if is_good else subject.warning)(message, mend, *each.path)
    contrary = [each for each in results if each.is_contrary]
    is_good = len(contrary) <= (1 - GOOD_SHARE) * len(results)
    for each in contrary:
        message = f"the scorer reads this as {said(each.labels)}, not {said(each.marked.labels)}"
        mend = "look whether the labels are right"
        yield (subject.note if is_good else subject.warning)(message, mend, *each.path)
    for scene in subject.scenario.scenes.values():
        yield from _marked_labels(subject, [each for each in results if each.scene == scene.id])


def _marked_labels(subject: Subject, results: Sequence[MarkedResult]) -> Iterator[Fault]:
    """Yield where the marked responses of one scene are read as other labels than they carry, in one line."""
    differing: list[Differing] = [
        (subject.source.place(*each.path).line, each.labels)
        for each in results
        if each.is_right and not each.is_contrary and frozenset(each.marked.labels) - each.labels
    ]
    if differing:
        message = summed_up(differing, len(results), "marked responses", "their labels say")
        mend = "look whether the labels are right"
        yield subject.key("note", message, mend, "scenes", results[0].scene, "marked")
