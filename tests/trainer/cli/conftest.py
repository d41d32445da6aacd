from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.scenarios.stories import story
from trainer.cli import speakup
from trainer.guard import guarded

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process; `typed` is what comes in."""

    def ran(*arguments: str, typed: str | bytes = "") -> Ran:
        data = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        monkeypatch.setattr(sys, "argv", ["speakup", *arguments])
        status = guarded(lambda: speakup.main(list(arguments), prog_name="speakup", standalone_mode=False))
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return ran


@pytest.fixture
def library(home: Path) -> Path:
    """Put a scenario into the user's own folder, and return the folder."""
    folder = home / "scenarios"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "the-test.yaml").write_text(story(), encoding="utf-8")
    return folder
