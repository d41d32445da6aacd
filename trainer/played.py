"""What was played in a kept session, for the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.map.graph import Played
from trainer.errors import PlayError, RecordError, Trouble, WrongUse
from trainer.play.step import replay
from trainer.store.opening import kept_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.map.graph import Step
    from scenarios.model import Scenario
    from trainer.play.state import Moment, State


def played_in(session: int, scenario: Scenario) -> Played:
    """Return the scenes and steps of a session, those that were stepped back from among them."""
    store = kept_store()
    try:
        rows = {row.number: row for row in store.sessions()}
        ours = [str(row.number) for row in rows.values() if row.scenario == scenario.id]
        if session not in rows or rows[session].scenario != scenario.id:
            told = f"its sessions are {', '.join(ours[:10])}" if ours else "it was not played yet"
            raise WrongUse(f"there is no session {session} of {scenario.id}; {told}")
        state = replay(scenario, store.events(session))
    except (PlayError, RecordError) as fault:
        raise Trouble(f"session {session} does not fit {scenario.id} as it is now: {fault}") from fault
    finally:
        store.close()
    moments = [*state.path, *(moment for branch in state.abandoned for moment in branch.moments)]
    endings = {state.ending, *(branch.ending for branch in state.abandoned)} - {""}
    scenes = {moment.scene for moment in moments} | endings | state.endings_met
    return Played(f"session {session}", frozenset(scenes), frozenset(_steps(state, moments)))


def _steps(state: State, moments: list[Moment]) -> Iterator[Step]:
    """Yield what was answered and where it led; an answer that nobody went on from led nowhere."""
    for moment in moments:
        is_waiting = moment is state.moment and not state.ending
        if moment.last and not is_waiting:
            yield moment.scene, moment.last.reply, moment.last.goes
