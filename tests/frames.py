"""Frames of the program as plain text, held against files.

Run with SPEAKUP_RENEW_FRAMES=1 to write the files anew, and read the difference before it is committed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def same_frame(file: Path, frame: str) -> None:
    """Fail where a frame differs from its file."""
    if os.environ.get("SPEAKUP_RENEW_FRAMES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(frame, encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; SPEAKUP_RENEW_FRAMES=1 writes it"
    assert frame.splitlines() == file.read_text(encoding="utf-8").splitlines()
