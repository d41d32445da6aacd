"""Finds the reply that typed words come nearest to, or says that there is none.

Two things speak for a reply: that the words show what the reply and its sayings show,
and that they are close to one of its sayings. What is near none of the replies is `otherwise`;
it is never pressed into the nearest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import scoring
from scenarios.condition import holds
from scenarios.labels import ALL_PITFALLS, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scenarios.condition import World
    from scenarios.model import Reply, Role, Scene
    from scoring.verdict import Verdict

SAME_SAYING = 0.9
"""From this closeness to a saying on, the words are that saying, whatever the labels are."""
NEAR_SAYING = 0.62
"""From this closeness on, words that the scorer does not understand are still taken for the saying."""
NEAR_REPLY = 0.4
"""From this nearness on (labels and closeness together), a reply is found."""
TIE = 0.02
"""Two replies that are nearer to each other than this are asked about."""
LABELS, WORDS = 0.5, 0.5
"""How much labels and closeness weigh."""
READ = 0.8
"""How much of what a reply shows is read off its sayings; the rest is what its author says that it shows."""
PITFALL = 1.5
"""How much more a pitfall weighs than a skill: one insult colours all that stands around it."""

_NO_WORD = re.compile(r"[^\w']+")


@dataclass(frozen=True, slots=True)
class Found:
    """What typed words come to in a scene."""

    kind: Literal["reply", "near_tie", "otherwise", "not_understood"]
    reply: str | None = None
    """The id of the reply; None unless `kind` is `reply`."""
    between: tuple[str, ...] = ()
    """The ids of the two replies of a near tie, the nearer first."""
    sure: float = 0.0
    """How near the words come, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near typed words come to one reply."""

    reply: str
    labels: float
    """How far the labels of the words are those of the reply, 0 to 1."""
    words: float
    """The closeness to the nearest saying, 0 to 1."""
    whole: float
    """Both together, 0 to 1."""


def find_reply(scene: Scene, world: World, verdict: Verdict, partner_says: str = "") -> Found:
    """Find the reply that the words of `verdict` come nearest to, of those that are foreseen in `world`."""
    replies = [reply for reply in scene.replies.values() if holds(reply.when, world)]
    near = nearness(replies, verdict, partner_says)
    same = [each for each in near if each.words >= SAME_SAYING]
    if same:
        return _nearest(sorted(same, key=lambda each: -each.words), tie=0.01, by_words=True)
    if not verdict.understood:
        same = [each for each in near if each.words >= NEAR_SAYING]
        if not same:
            return Found("not_understood")
        return _nearest(sorted(same, key=lambda each: -each.words), tie=TIE, by_words=True)
    if partner_says and scoring.closeness(verdict.text, partner_says) >= SAME_SAYING:
        return Found("otherwise")
    return _nearest([each for each in near if each.whole >= NEAR_REPLY], tie=TIE)


def nearness(replies: Iterable[Reply], verdict: Verdict, partner_says: str = "") -> tuple[Nearness, ...]:
    """Measure how near the words come to each reply, the nearest first."""
    found = []
    for reply in replies:
        words = _closest(verdict.text, reply)
        labels = _agreement(verdict, reply, partner_says)
        whole = LABELS * labels + WORDS * words
        found.append(Nearness(reply.id, labels, words, max(whole, words if words >= SAME_SAYING else 0)))
    return tuple(sorted(found, key=lambda each: -each.whole))


def _nearest(near: list[Nearness], *, tie: float, by_words: bool = False) -> Found:
    """Take the first, or ask where the second is as near."""
    if not near:
        return Found("otherwise")
    measures = [each.words if by_words else each.whole for each in near]
    if len(near) > 1 and measures[0] - measures[1] < tie:
        return Found("near_tie", between=(near[0].reply, near[1].reply), sure=measures[0])
    return Found("reply", reply=near[0].reply, sure=measures[0])


def _closest(text: str, reply: Reply) -> float:
    words = bare(text)
    if any(bare(saying) == words for saying in reply.says):
        return 1.0
    return max((min(0.98, _closeness(text, saying)) for saying in reply.says), default=0.0)


def _closeness(text: str, saying: str) -> float:
    """Measure how close two sayings are; it is the same the other way round."""
    return _close(text, saying) if text <= saying else _close(saying, text)


@lru_cache(maxsize=60_000)
def _close(first: str, second: str) -> float:
    """Measure how close two sayings are, once."""
    return scoring.closeness(first, second)


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Return the words alone, so that capitals and punctuation make no difference."""
    return _NO_WORD.sub(" ", text.replace("’", "'")).strip().casefold()


def _agreement(verdict: Verdict, reply: Reply, partner_says: str) -> float:
    """Return how far the words show what the reply shows: 1 where it is the same, 0 where nothing is."""
    wanted = _shown(reply.says, reply.shows, verdict.role, partner_says)
    both = total = 0.0
    shown = _strengths(verdict)
    for label in labels_of(verdict.role):
        strength = shown.get(label, 0.0)
        weight = PITFALL if label in ALL_PITFALLS else 1.0
        both += weight * min(strength, wanted[label])
        total += weight * (strength + wanted[label]) / 2
    return both / total if total else 0.0


@lru_cache(maxsize=4096)
def _shown(says: tuple[str, ...], shows: tuple[str, ...], role: Role, partner_says: str) -> dict[str, float]:
    """Return how strongly a reply shows each label: as read in its sayings, and as its author says."""
    read = [_strengths(scored(each, role, partner_says)) for each in says]
    return {
        label: READ * sum(each.get(label, 0.0) for each in read) / max(1, len(read))
        + (1 - READ) * (label in shows)
        for label in labels_of(role)
    }


@lru_cache(maxsize=20_000)
def scored(text: str, role: Role, partner_says: str) -> Verdict:
    """Score a text, once."""
    return scoring.score(text, role=role, partner_says=partner_says)


def _strengths(verdict: Verdict) -> dict[str, float]:
    """Return how strongly each label is shown; where the leanings were not kept, the labels that hold."""
    return dict(verdict.leanings) or {finding.label: finding.score for finding in verdict.findings}
