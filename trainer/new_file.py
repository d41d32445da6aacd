"""Writes files for the user, and never over one that is there."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from trainer.errors import Trouble

if TYPE_CHECKING:
    from pathlib import Path


def write_new(file: Path, text: str) -> None:
    """Write a new file, whole or not at all. `Trouble` where one is there already or it cannot be written."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as target:
            try:
                target.write(text)
            except OSError:
                with contextlib.suppress(OSError):
                    file.unlink()
                raise
    except FileExistsError:
        raise Trouble(f"{file} is there already; choose another name") from None
    except OSError as fault:
        raise Trouble(f"{file} cannot be written ({fault.strerror})") from None
