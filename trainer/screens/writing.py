"""Writing what belongs to the player into a file of their own."""

from __future__ import annotations

import os
from pathlib import Path


def write_new(file: str, text: str) -> str:
    """Write a file that was not there before, readable by its owner only; return what to tell the player."""
    try:
        path = Path(file).expanduser()
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as target:
            target.write(text)
    except FileExistsError:
        return f"{file} is there already. Choose another name."
    except (OSError, ValueError, RuntimeError) as fault:
        return f"{file} cannot be written: {getattr(fault, 'strerror', None) or fault}."
    return f"Saved to {path}."
