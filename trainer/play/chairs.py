"""Two chairs: the same minutes as each of the two met them, moment by moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.lines import pick
from trainer.play.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.model import Role, Scenario, Scene
    from trainer.play.state import Moment, State


@dataclass(frozen=True, slots=True)
class Chair:
    """One of the two chairs."""

    name: str
    """Who sits in it."""
    role: Role
    was_played: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """One chair at one moment."""

    inner: str
    """What went on in who sits there; as the story has it where the player did not come by."""
    said: str
    """What the player said there; empty where they did not come by in this chair."""


@dataclass(frozen=True, slots=True)
class SharedMoment:
    """One minute that both tell."""

    title: str
    here: Voice
    there: Voice


@dataclass(frozen=True, slots=True)
class TwoChairs:
    """Both chairs of a story, that of the session that is looked back on first."""

    here: Chair
    there: Chair
    other: str
    """The id of the scenario that is told from the other chair."""
    minutes: int
    """How long that takes."""
    moments: tuple[SharedMoment, ...]
    """In the order of the story: every shared minute that was met from a chair that was played."""
    trouble: str = ""
    """Why how the other chair was played could not be read; empty where all is well."""


def two_chairs(here: State, other: Scenario, there: State | None = None, *, trouble: str = "") -> TwoChairs:
    """Lay a session beside one of the other chair, or beside what the story tells of a chair not played."""
    ours, theirs = _Side(here.scenario, here), _Side(other, there)
    shared = ours.names & theirs.names
    met = (ours.met(shared), theirs.met(shared))
    return TwoChairs(
        here=Chair(other.partner.name, here.scenario.role, was_played=True),
        there=Chair(here.scenario.partner.name, other.role, was_played=there is not None),
        other=other.id,
        minutes=other.minutes,
        moments=tuple(
            SharedMoment(_title(*key), _voice(ours, met[0], key), _voice(theirs, met[1], key))
            for key in _in_order(tuple(met[0]), tuple(met[1]))
        ),
        trouble=trouble,
    )


def told_in(chairs: TwoChairs) -> str:
    """Return what stands above the two: whose they are, and what they are worth outside of a story."""
    here, there = chairs.here.name, chairs.there.name
    if chairs.there.was_played:
        return (
            f"{here} and {there}, in the same minutes, and what you said in each chair. Neither could hear "
            "what went on in the other. In a real room nobody can: it has to be said, or asked for."
        )
    return (
        f"You were {here}. This is what went on in {there} meanwhile, as the story has it. In a real room "
        f"you cannot hear that; you can only ask. {there}'s chair is still to be played."
    )


_Key = tuple[str, int]
"""The name of a minute, and how often it was met before on the same way."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A scenario, with a session of it where there is one."""

    scenario: Scenario
    state: State | None

    @property
    def names(self) -> frozenset[str]:
        """The minutes that it tells."""
        return frozenset(scene.moment for scene in self.scenario.scenes.values() if scene.moment)

    def met(self, shared: frozenset[str]) -> dict[_Key, Voice]:
        """Return the shared minutes that were answered in the session, in order."""
        found: dict[_Key, Voice] = {}
        before: Counter[str] = Counter()
        path = self.state.path if self.state else ()
        for at, moment in enumerate(path):
            scene = self.scenario.scenes[moment.scene]
            if moment.last and scene.moment in shared:
                inner = inner_voice(self.scenario, path[:at], moment)
                found[scene.moment, before[scene.moment]] = Voice(inner, moment.last.text)
                before[scene.moment] += 1
        return found

    def untold(self, name: str) -> Voice:
        """Return a minute as it is where nothing was said before."""
        scene = next(each for each in self.scenario.scenes.values() if each.moment == name)
        return Voice(_plainest(scene), "")


def inner_voice(scenario: Scenario, passed: tuple[Moment, ...], moment: Moment) -> str:
    """Return what goes on in the player's character at a moment, before the answer."""
    lines = scenario.scenes[moment.scene].inner
    return pick(lines, world(scenario, passed, moment.alliance, moment.flags)) if lines else ""


def _voice(side: _Side, met: dict[_Key, Voice], key: _Key) -> Voice:
    return met.get(key) or side.untold(key[0])


def _plainest(scene: Scene) -> str:
    """Return the inner line that asks for nothing that happened before."""
    return next((line.says for line in scene.inner if not line.when), "")


def _in_order(ours: Sequence[_Key], theirs: Sequence[_Key]) -> Iterator[_Key]:
    """Yield all minutes: ours in our order, and each of theirs behind the one that it followed there."""
    after: dict[_Key | None, list[_Key]] = {}
    last: _Key | None = None
    for key in theirs:
        if key in ours:
            last = key
        else:
            after.setdefault(last, []).append(key)
    yield from after.get(None, ())
    for key in ours:
        yield key
        yield from after.get(key, ())


def _title(name: str, times: int) -> str:
    """Return the name of a minute as a heading."""
    words = " ".join(name.replace("_", "-").split("-"))
    return f"{words[:1].upper()}{words[1:]}{', again' if times else ''}"
