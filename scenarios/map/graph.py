"""A scenario as a graph: scenes and endings, and the rows of replies that lead from one to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from scenarios.check.reading import partner_says
from scenarios.labels import ALL_PITFALLS
from scenarios.names import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scenarios.model import Ending, Otherwise, Reply, Scenario, Scene, Tone, Way

Kind = Literal["scene", "ending"]
Step = tuple[str, str, str]
"""The scene, the reply (or `otherwise`) and where it led."""


@dataclass(frozen=True, slots=True)
class Row:
    """One way of answering in a scene, and where it leads."""

    name: str
    """The id of the reply, or `otherwise`."""
    says: str
    """Its first saying; empty for `otherwise`."""
    alliance: int
    goes: tuple[Way, ...]
    when: str = ""
    shows: tuple[str, ...] = ()

    @property
    def has_pitfall(self) -> bool:
        """True where the sayings show a pitfall."""
        return not ALL_PITFALLS.isdisjoint(self.shows)


@dataclass(frozen=True, slots=True)
class Node:
    """A scene or an ending."""

    id: str
    kind: Kind
    says: str
    """What the partner says there, or the title of the ending."""
    more: str = ""
    """What is seen there, or the text of the ending."""
    rows: tuple[Row, ...] = ()
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """What was played in one session."""

    name: str = ""
    """Such as `session 3`; empty where nothing was played."""
    scenes: frozenset[str] = frozenset()
    """The scenes and endings that were met."""
    steps: frozenset[Step] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """True where there is something to highlight."""
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole scenario, ready to be drawn."""

    id: str
    title: str
    role: str
    partner: str
    level: int
    minutes: int
    opening: str
    nodes: Mapping[str, Node]
    """Scenes first, the opening before all others, then endings; otherwise in the order of the file."""

    @property
    def scenes(self) -> tuple[Node, ...]:
        """The scenes, the opening first."""
        return tuple(node for node in self.nodes.values() if node.kind == "scene")

    @property
    def endings(self) -> tuple[Node, ...]:
        """The endings, in the order of the file."""
        return tuple(node for node in self.nodes.values() if node.kind == "ending")

    def edges(self) -> Iterator[tuple[Node, Row, Way]]:
        """Yield every way out of every scene."""
        for node in self.nodes.values():
            for row in node.rows:
                for way in row.goes:
                    yield node, row, way


def graph_of(scenario: Scenario) -> Graph:
    """Return the graph of a scenario."""
    order = sorted(scenario.scenes.values(), key=lambda scene: scene.id != scenario.opening)
    nodes = [*map(_scene, order), *map(_ending, scenario.endings.values())]
    return Graph(
        scenario.id,
        scenario.title,
        scenario.role,
        scenario.partner.name,
        scenario.level,
        scenario.minutes,
        scenario.opening,
        {node.id: node for node in nodes},
    )


def condition(row: Row, way: Way) -> str:
    """Return when a way is open; an empty text where it always is."""
    return " and ".join(
        f"({each})" if row.when and way.when else each for each in (row.when, way.when) if each
    )


def signed(alliance: int) -> str:
    """Return what a reply does to the alliance, such as `+2`; empty where it does nothing."""
    return f"{alliance:+d}" if alliance else ""


def _scene(scene: Scene) -> Node:
    rows = (*map(_reply, scene.replies.values()), _otherwise(scene.otherwise))
    aside = next((line.says for line in reversed(scene.aside) if not line.when), "")
    return Node(scene.id, "scene", partner_says(scene), aside, rows)


def _reply(reply: Reply) -> Row:
    return Row(reply.id, reply.says[0], reply.alliance, reply.goes, reply.when, reply.shows)


def _otherwise(otherwise: Otherwise) -> Row:
    return Row(OTHERWISE, "", otherwise.alliance, otherwise.goes)


def _ending(ending: Ending) -> Node:
    return Node(ending.id, "ending", ending.title, ending.text[-1].says, tone=ending.tone)
