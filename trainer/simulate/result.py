"""What many plays came to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.names import OTHERWISE
from scenarios.players.characters import CHARACTERS, Name
from scoring.profile import AXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scenarios.model import Scenario


@dataclass(frozen=True, slots=True)
class Visit:
    """How often a scene, a reply or an ending was reached."""

    what: str
    """`scene`, `reply` or `ending`."""
    name: str
    """The id; of a reply with that of its scene, as in `told.name-it`."""
    times: int


@dataclass(frozen=True, slots=True)
class Landed:
    """Where one character landed."""

    name: Name
    title: str
    plays: int
    endings: dict[str, int]
    """How often each ending was reached."""
    profile: dict[str, float]
    """The mean of each measure at the end, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Result:
    """What many plays of one scenario came to."""

    scenario: str
    title: str
    plays: int
    seed: int
    visits: tuple[Visit, ...]
    landed: tuple[Landed, ...]
    unended: int
    """How many plays were given up, since they went on and on."""
    alarming: tuple[str, ...]
    """What the characters typed that was taken for words of danger."""
    wrong: tuple[str, ...]
    """Where a character landed and must not, or did not and must."""

    @property
    def never(self) -> tuple[Visit, ...]:
        """What was never reached."""
        return tuple(visit for visit in self.visits if not visit.times)

    @property
    def is_good(self) -> bool:
        """True where everything was reached, every play ended, and everybody landed where they may."""
        return not (self.never or self.wrong or self.unended)


@dataclass
class Tally:
    """The counts while the plays go on."""

    scenario: Scenario
    scenes: Counter[str] = field(default_factory=Counter)
    replies: Counter[tuple[str, str]] = field(default_factory=Counter)
    endings: Counter[tuple[Name, str]] = field(default_factory=Counter)
    plays: Counter[Name] = field(default_factory=Counter)
    measured: Counter[Name] = field(default_factory=Counter)
    profiles: defaultdict[tuple[Name, str], float] = field(default_factory=lambda: defaultdict(float))
    unended: int = 0

    def result(self, seed: int, alarming: Iterable[str] = ()) -> Result:
        """Return what the plays came to."""
        landed = tuple(self._landed(name) for name in CHARACTERS if self.plays[name])
        return Result(
            scenario=self.scenario.id,
            title=self.scenario.title,
            plays=self.plays.total(),
            seed=seed,
            visits=self._visits(),
            landed=landed,
            unended=self.unended,
            alarming=tuple(alarming),
            wrong=tuple(said for each in landed for said in self._wrong(each)),
        )

    def _visits(self) -> tuple[Visit, ...]:
        visits: list[Visit] = []
        for scene in self.scenario.scenes.values():
            visits.append(Visit("scene", scene.id, self.scenes[scene.id]))
            visits += [
                Visit("reply", f"{scene.id}.{reply}", self.replies[scene.id, reply])
                for reply in (*scene.replies, OTHERWISE)
            ]
        for ending in self.scenario.endings:
            times = sum(self.endings[name, ending] for name in CHARACTERS)
            visits.append(Visit("ending", ending, times))
        return tuple(visits)

    def _landed(self, name: Name) -> Landed:
        played = max(1, self.measured[name])
        return Landed(
            name=name,
            title=CHARACTERS[name].title,
            plays=self.plays[name],
            endings={ending: self.endings[name, ending] for ending in self.scenario.endings},
            profile={
                axis.name: round(self.profiles[name, axis.name] / played, 3)
                for axis in AXES[self.scenario.role]
            },
        )

    def _wrong(self, landed: Landed) -> list[str]:
        """Tell where a character landed that they must not, or did not land where they must."""
        character, endings = CHARACTERS[landed.name], self.scenario.endings
        where = {ending: times for ending, times in landed.endings.items() if times}
        found = [
            f'the {landed.title} reaches the {endings[ending].tone} ending "{ending}"'
            f" in {times} of {landed.plays} plays"
            for ending, times in where.items()
            if endings[ending].tone in character.never
        ]
        if character.sometimes and not any(endings[each].tone in character.sometimes for each in where):
            tones = " or ".join(sorted(character.sometimes, reverse=True))
            found.append(f"the {landed.title} character reaches no {tones} ending in {landed.plays} plays")
        return found
