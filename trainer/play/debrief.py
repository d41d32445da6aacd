"""What is told when a story is over: never one grade, always the player's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.lines import pick
from scoring.profile import AXES, profile
from trainer.errors import PlayError
from trainer.play.chairs import inner_voice
from trainer.play.events import OTHERWISE, Responded
from trainer.play.meant import shown
from trainer.play.names import title
from trainer.play.turn import attempted, open_replies
from trainer.play.world import verdicts, world

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scenarios.model import Reply, Tone
    from trainer.play.events import Planned
    from trainer.play.meant import Shown
    from trainer.play.state import Attempt, Moment, State


@dataclass(frozen=True, slots=True)
class Measure:
    """One axis of the profile over the session."""

    name: str
    title: str
    meaning: str
    value: float
    """0 to 1."""
    words: str
    """The value in a word."""
    is_good: bool


@dataclass(frozen=True, slots=True)
class Strongest:
    """The line that did most, as the player said it."""

    moment: int
    text: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hardest:
    """The moment that was hardest, and where to take it up again."""

    moment: int
    """What `SteppedBack` needs to replay from there."""
    partner: str
    text: str
    tries: int
    principle: str


@dataclass(frozen=True, slots=True)
class Untaken:
    """A way that was open and not taken."""

    says: str
    goes: str
    was_tried: bool
    """True where the player tried it and went another way."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One moment of the path."""

    moment: int
    scene: str
    partner: str
    text: str
    tries: int
    untaken: tuple[Untaken, ...]
    inner: str
    """What went on in the player's character."""
    later: tuple[str, ...] = ()
    """What was said when the moment was taken again after the end."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that is told at the end."""

    title: str
    text: str
    principle: str
    tone: Tone | None
    measures: tuple[Measure, ...]
    put_right: str
    """What the measures make of readings that the player contested; empty where there was none."""
    strongest: Strongest | None
    hardest: Hardest | None
    path: tuple[Passed, ...]
    endings_met: tuple[str, ...]
    """Titles of the endings that were met, the last one among them."""
    endings: int
    """How many endings the story has."""
    plan: Planned | None


def debrief(state: State, met: Collection[str] = ()) -> Debrief:
    """Look back on a session; one that was left early is looked back on as far as it went.

    `met` are the endings of this story that were met in other sessions.
    """
    scenario = state.scenario
    ending = scenario.endings.get(state.ending)
    now = world(scenario, _answered(state), *_stands(state))
    return Debrief(
        title=ending.title if ending else "",
        text=pick(ending.text, now) if ending else "",
        principle=ending.principle if ending else "",
        tone=ending.tone if ending else None,
        measures=measures(state),
        put_right=put_right(state),
        strongest=strongest(state),
        hardest=hardest(state),
        path=tuple(_passed(state, at) for at, moment in enumerate(state.path) if moment.attempts),
        endings_met=tuple(
            each.title for id_, each in scenario.endings.items() if id_ in {*met, *state.endings_met}
        ),
        endings=len(scenario.endings),
        plan=state.plan,
    )


def _answered(state: State) -> tuple[Moment, ...]:
    return tuple(moment for moment in state.path if moment.attempts)


def _stands(state: State) -> tuple[int, frozenset[str]]:
    """Return the relationship and the flags at the end of the path."""
    last = state.moment.last
    if last is None:
        return state.moment.alliance, state.moment.flags
    return state.moment.alliance + last.alliance, last.flags


def measures(state: State) -> tuple[Measure, ...]:
    """Return the profile over the session, one value an axis; nothing where nothing was said yet.

    A response whose reading was contested counts as the player says that they meant it.
    """
    said = verdicts(state.scenario, state.path)
    if not said:
        return ()
    values = profile(said, state.scenario.role)
    return tuple(
        Measure(
            axis.name,
            axis.title,
            axis.meaning,
            values.get(axis.name, 0.0),
            _word(values.get(axis.name, 0.0)),
            axis.is_good,
        )
        for axis in AXES[state.scenario.role]
    )


def put_right(state: State) -> str:
    """Return what the measures make of contested readings, in words for the player."""
    contested = [moment.last for moment in state.path if moment.last and moment.last.contested]
    own = sum(each.reply == OTHERWISE for each in contested)
    return " ".join(_put_right(len(contested) - own, own))


def _put_right(meant: int, own: int) -> Iterator[str]:
    if meant:
        yield "One line counts" if meant == 1 else f"{meant} lines count"
        yield "here as you said you meant it." if meant == 1 else "here as you said you meant them."
    if own:
        yield "One line is" if own == 1 else f"{own} lines are"
        yield "left out here, since you meant something of your own."


def _word(value: float) -> str:
    return next(word for limit, word in _WORDS if value >= limit)


_WORDS = ((0.75, "much"), (0.5, "a good deal"), (0.25, "some"), (0.05, "a little"), (-1.0, "none"))


NO_STRONGEST = (
    "No single line stands out yet. You stayed in a hard minute, and every moment can be taken again."
)
"""What is told instead of a strongest line where none was strong."""
STRONG, STRONG_ALL_THE_SAME = 2.5, 3.0
"""From this rating on a response with a skill can be called strong; the second where it has a pitfall too."""


def strongest(state: State) -> Strongest | None:
    """Return the response on the path that did most; None where none was strong.

    One with a pitfall is taken only where none is without, and words of an option only where none of the
    player's own are as clean.
    """
    said = [
        (at, each) for at, moment in enumerate(state.path) for each in (*moment.attempts[-1:], *moment.later)
    ]
    rows = [(at, each, shown(state, at, each), _rating(state, at, each)) for at, each in said]
    best = max(
        (row for row in rows if row[2].skills and row[3] >= _bar(row[2])),
        key=lambda row: (
            not row[2].pitfalls, row[1].how == "typed", row[3], len(row[2].skills), row[1].reading.sure,
        ),
        default=None,
    )  # fmt: skip
    if best is None:
        return None
    at, attempt, labels, _ = best
    return Strongest(at, attempt.text, tuple(title(each, state.scenario.role) for each in labels.skills))


def _bar(labels: Shown) -> float:
    return STRONG_ALL_THE_SAME if labels.pitfalls else STRONG


def _rating(state: State, at: int, attempt: Attempt) -> float:
    """Return the rating; one that the player contests holds nothing against them."""
    rating = attempt.reading.rating
    is_wronged = attempt.contested and not shown(state, at, attempt).pitfalls
    return max(rating, STRONG) if is_wronged else rating


def _at(state: State, at: int) -> State:
    """Return the session as it stood at a moment of the path."""
    return replace(state, moment=state.path[at], passed=state.path[:at])


def hardest(state: State) -> Hardest | None:
    """Return the moment with the lowest rating; between equals the one that took most tries and hints."""
    met = [
        (at, moment, (*moment.attempts, *moment.later)[-1])
        for at, moment in enumerate(state.path)
        if moment.attempts
    ]
    if not met:
        return None
    at, moment, last = min(met, key=lambda row: _ease(state, *row))
    if _ease(state, at, moment, last) >= (_EASY, 0):
        return None
    scene = state.scenario.scenes[moment.scene]
    return Hardest(at, _partner(moment), last.text, len(moment.attempts), scene.principle)


_BEST = 5.0
_EASY = 4.5
"""From this rating on, and with one try and no hint, a moment was not hard."""


def _ease(state: State, at: int, moment: Moment, last: Attempt) -> tuple[float, int]:
    lowest = min(_heard(state, at, each) for each in moment.attempts)
    rating = (lowest + _heard(state, at, last)) / 2
    return rating, -(len(moment.attempts) - 1) - moment.hints


def _heard(state: State, at: int, attempt: Attempt) -> float:
    """Return how well it went; what the player took back says nothing about that."""
    is_wronged = attempt.contested and not shown(state, at, attempt).pitfalls
    return _BEST if is_wronged else attempt.reading.rating


def _partner(moment: Moment) -> str:
    return " ".join(said.text for said in moment.lines if said.speaker == "partner")


def _passed(state: State, at: int) -> Passed:
    there = _at(state, at)
    moment = there.moment
    last = moment.last
    if last is None:
        raise PlayError("This moment was not answered.")
    return Passed(
        moment=at,
        scene=moment.scene,
        partner=_partner(moment),
        text=last.text,
        tries=len(moment.attempts),
        untaken=_untaken(there, last),
        inner=inner_voice(state.scenario, there.passed, moment),
        later=tuple(each.text for each in moment.later),
    )


def _untaken(there: State, last: Attempt) -> tuple[Untaken, ...]:
    """Return the other replies of the moment, with what they would have led to."""
    tried = {each.reply for each in there.moment.attempts}
    others = (
        each for each in open_replies(there.scenario, there.passed, there.moment) if each.id != last.reply
    )
    return tuple(
        Untaken(each.says[0], _would_go(there, each, last), each.id in tried) for each in others if each.says
    )


def _would_go(there: State, reply: Reply, last: Attempt) -> str:
    said = Responded(reply.says[0], "picked", last.reading)
    return attempted(there.scenario, there.passed, there.moment, said, reply.id).goes
