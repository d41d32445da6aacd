"""The seven characters and the random player: who they are, and what they type in a scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scenarios.labels import ALL_PITFALLS
from scenarios.players.book import filled, noise, phrases, stuffed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scenarios.model import Role, Scenario, Scene, Tone

Name = Literal["random", "honest", "appeaser", "attacker", "avoider", "hedger", "stuffer", "learner"]
CALLED_FOR = 2
"""How many of the skills that a scene calls for the honest character puts into one response."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody who plays by themselves."""

    name: Name
    title: str
    shows: Mapping[Role, frozenset[str]]
    """The labels of what they say. The honest character shows the skills that the scene calls for."""
    never: frozenset[Tone] = frozenset()
    """The tones of the endings where they must not land."""
    sometimes: frozenset[Tone] = frozenset()
    """The tones of the endings of which they must reach one."""


def _shows(client: str, therapist: str) -> Mapping[Role, frozenset[str]]:
    return {"client": frozenset(client.split()), "therapist": frozenset(therapist.split())}


CHARACTERS: Mapping[Name, Character] = {
    each.name: each
    for each in (
        Character("random", "random", {}),
        Character("honest", "honest", {}, sometimes=frozenset(("repaired", "open"))),
        Character(
            "appeaser",
            "appeaser",
            _shows("appeases masks blames_self", "collapses dismisses"),
            never=frozenset(("repaired",)),
        ),
        Character("attacker", "attacker", _shows("attacks", "blames_client defends")),
        Character("avoider", "avoider", _shows("withdraws masks", "dismisses fixes")),
        Character("hedger", "hedger", _shows("hedges", "collapses interprets")),
        Character("stuffer", "key-word stuffer", {}, never=frozenset(("repaired",))),
        Character("learner", "one who learns", _shows("hedges withdraws", "dismisses defends")),
    )
}
"""By name, in the order in which they are told of."""

Stock = Mapping[Name, tuple[str, ...]]
"""What each character can type in one scene."""


def stock_of(scenario: Scenario, scene: Scene) -> Stock:
    """Return what each character can type in a scene, each text once."""
    own: dict[Name, tuple[str, ...]] = {
        name: _once(_typed(character, scenario.role, scene)) for name, character in CHARACTERS.items()
    }
    whole = (text for texts in own.values() for text in texts)
    marked = (each.text for each in scene.marked)
    own["random"] = _once((*whole, *marked, *noise()))
    return own


def _typed(character: Character, role: Role, scene: Scene) -> Iterator[str]:
    if character.name == "honest":
        yield from _honest(role, scene)
    elif character.name == "stuffer":
        yield from stuffed(role)
    elif shows := character.shows.get(role):
        for label in sorted(shows):
            yield from phrases(role, label)
        yield from (each.text for each in scene.marked if shows & set(each.labels))
        if scene.weak and character.name == "avoider":
            yield scene.weak


def _honest(role: Role, scene: Scene) -> Iterator[str]:
    """Yield the skills that the scene calls for, in words of our own, then what the scene itself offers."""
    called = scene.calls_for[:CALLED_FOR] or ("names_feeling" if role == "client" else "validates",)
    for lines in zip(*(phrases(role, label) for label in called), strict=False):
        yield " ".join(_sentence(line) for line in lines)
    yield from filled(scene.stem, role)
    yield from scene.strong
    for each in scene.marked:
        if each.labels and not ALL_PITFALLS & set(each.labels):
            yield each.text


def _sentence(line: str) -> str:
    return line if line[-1] in ".?!" else f"{line}."


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
