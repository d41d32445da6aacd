"""Freezes what differs between machines, before anything of Textual is imported."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from pathlib import Path

import pytest

for name in [*os.environ]:
    if name.startswith("TEXTUAL") or name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LINES",
    ):
        del os.environ[name]
os.environ["TZ"] = "UTC"
os.environ["TERM"] = "xterm-256color"
os.environ["COLORTERM"] = "truecolor"
os.environ["SPEAKUP_HOME"] = str(Path(tempfile.gettempdir()) / f"speakup-tests-{os.getpid()}")
if hasattr(time, "tzset"):
    time.tzset()
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Whoever starts the tests in the background of a shell has them ignore Ctrl+C, and all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder for each test; it does not exist until something is written."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SPEAKUP_HOME", str(folder))
    return folder
