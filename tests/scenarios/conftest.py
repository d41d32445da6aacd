from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own for the program."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SPEAKUP_HOME", str(folder))
    return folder
