"""What was practised so far, computed from the kept sessions. Counts, and never a grade."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from trainer.errors import RecordError
from trainer.play.events import Contested, Event, Planned, Responded, Retried
from trainer.play.plan import sentence

if TYPE_CHECKING:
    from scoring.verdict import Role
    from trainer.drills.spacing import Card
    from trainer.store import NoStore, SessionRow, Store


@dataclass(frozen=True, slots=True)
class Count:
    """How often a label was there."""

    label: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class Story:
    """How often a scenario was played, and which endings were reached."""

    scenario: str
    title: str
    times: int
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drilled:
    """What was practised of a drill."""

    drill: str
    lines: int
    """How many different lines."""
    times: int
    """How often a line was practised, each counted once a day."""
    due: int
    """How many lines come back today."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What was practised."""

    sessions: int
    ended: int
    days: int
    """On how many days."""
    responses: int
    typed: int
    retries: int
    scenarios: tuple[Story, ...]
    skills: tuple[Count, ...]
    pitfalls: tuple[Count, ...]
    drills: tuple[Drilled, ...]
    plans: tuple[str, ...]
    unreadable: int
    """Sessions that are kept but cannot be read."""


def progress_of(store: Store | NoStore) -> Progress:
    """Look through all kept sessions."""
    rows = store.sessions()
    happened: list[tuple[str, Event]] = []
    unreadable = 0
    for row in rows:
        try:
            happened += [(row.role, event) for event in store.events(row.number)]
        except RecordError:
            unreadable += 1
    said = [(role, event) for role, event in happened if isinstance(event, Responded)]
    counts = _counts(happened)
    return Progress(
        sessions=len(rows),
        ended=sum(bool(row.endings) for row in rows),
        days=len({row.changed[:10] for row in rows}),
        responses=len(said),
        typed=sum(event.how == "typed" for _, event in said),
        retries=sum(isinstance(event, Retried) for _, event in happened),
        scenarios=_stories(rows),
        skills=tuple(count for count, is_skill in counts if is_skill),
        pitfalls=tuple(count for count, is_skill in counts if not is_skill),
        drills=_drilled(store.cards()),
        plans=tuple(sentence(event.when, event.then) for _, event in happened if isinstance(event, Planned)),
        unreadable=unreadable,
    )


def _counts(happened: list[tuple[str, Event]]) -> list[tuple[Count, bool]]:
    """Return each label with how often it was there, the commonest first, and whether it is a skill."""
    from trainer.play.names import is_skill, title

    times = Counter((role, name) for role, names in _shown(happened) for name in names)
    return [
        (Count(name, title(name, role), number), is_skill(name, role))
        for (role, name), number in times.most_common()
    ]


def _shown(happened: list[tuple[str, Event]]) -> list[tuple[Role, set[str]]]:
    """Return what each response showed, without the pitfalls that the player took back."""
    from trainer.play.gentle import counted
    from trainer.play.names import is_skill

    shown: list[tuple[Role, set[str]]] = []
    for named, event in happened:
        role = cast("Role", named)
        if isinstance(event, Responded):
            shown.append((role, counted(event.reading.labels, role)))
        elif isinstance(event, Contested) and shown:
            shown[-1] = (role, {each for each in shown[-1][1] if is_skill(each, role)})
    return shown


def _drilled(cards: tuple[Card, ...]) -> tuple[Drilled, ...]:
    from trainer.practice import today

    day = today()
    by_drill: dict[str, list[Card]] = {}
    for card in cards:
        by_drill.setdefault(card.drill, []).append(card)
    return tuple(
        Drilled(name, len(of), sum(each.times for each in of), sum(each.is_due(day) for each in of))
        for name, of in by_drill.items()
    )


def _stories(rows: tuple[SessionRow, ...]) -> tuple[Story, ...]:
    by_scenario: dict[str, list[SessionRow]] = {}
    for row in rows:
        by_scenario.setdefault(row.scenario, []).append(row)
    return tuple(
        Story(
            name,
            played[0].title,
            len(played),
            tuple(sorted({id_ for each in played for id_ in each.endings})),
        )
        for name, played in by_scenario.items()
    )
