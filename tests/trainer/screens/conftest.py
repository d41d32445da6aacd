"""The program on a terminal that is not there, with a scorer that does not change."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import scoring
import trainer.play.debrief
import trainer.play.explained
import trainer.play.read
import trainer.play.world
from scenarios.library import Library
from scenarios.load import read_scenario
from tests.trainer.screens import scorer
from tests.trainer.screens.player import Player
from trainer.screens.program import SpeakUp, Start
from trainer.screens.shelf import Shelf
from trainer.store import Opened, open_store

if TYPE_CHECKING:
    from scenarios.model import Scenario

LIBRARY = Path(__file__).parent / "library"
Open = Callable[..., AbstractAsyncContextManager[Player]]


@pytest.fixture(autouse=True)
def fake_scorer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "score", scorer.score)
    monkeypatch.setattr(scoring, "explain", scorer.explain)
    monkeypatch.setattr(scoring, "closeness", scorer.closeness)
    monkeypatch.setattr(trainer.play.read, "find_reply", scorer.find_reply)
    monkeypatch.setattr(trainer.play.explained, "explain", scorer.explain)
    monkeypatch.setattr(trainer.play.debrief, "profile", scorer.profile)
    monkeypatch.setattr(trainer.play.world, "profile", scorer.profile)


@pytest.fixture(autouse=True)
def quick_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have letters be commands as soon as what was said is answered; `test_hand.py` has what it is about."""
    monkeypatch.setattr("trainer.screens.hand.REST", 0.0)


@pytest.fixture
def scenario() -> Scenario:
    """The late start, as its file has it."""
    loaded = read_scenario(LIBRARY / "the-late-start.yaml")
    assert loaded.scenario, loaded.faults
    return loaded.scenario


@pytest.fixture
def noted(scenario: Scenario) -> Scenario:
    return replace(scenario, content_notes=("grief", "loss of a parent"))


@pytest.fixture
def opened(home: Path) -> Opened:  # noqa: ARG001 - the data folder of the test
    opened = open_store()
    opened.store.set_setting("welcomed", "yes")
    return opened


@pytest.fixture
def program(opened: Opened, tmp_path: Path) -> Open:
    """Open the program, at home or in a scenario."""

    @asynccontextmanager
    async def open_(
        scenario: Scenario | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        store: Opened = opened,
        folder: Path = LIBRARY,
        private: bool = False,
    ) -> AsyncIterator[Player]:
        shelf = Shelf(Library([folder], index=tmp_path / "index.json"))
        shelf.start()
        start = Start(scenario) if scenario else None
        app = SpeakUp(store, shelf, start=start, is_private=private)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            player = Player(app, pilot)
            await player.settled()
            yield player

    return open_
