"""Does the same work on many files, on every core that there is."""

from __future__ import annotations

import gc
import os
import signal
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor
    from pathlib import Path

Done = TypeVar("Done")

FEW = 12
"""Up to so many files are done one after the other, since it takes a second to call for help."""
AT_ONCE = 4
"""Files that a helper takes at once."""

BETWEEN_SWEEPS = 100_000
"""New objects between two searches for circles; the usual 700 cost a third of the time of a helper."""


def done_with_each(work: Callable[[Path], Done], files: Sequence[Path]) -> Iterator[Done]:
    """Yield what comes of the work on each file, in their order. Where there is no help, one does it all."""
    helpers = min(_cores(), len(files) // AT_ONCE)
    pool = _pool(helpers) if len(files) > FEW and helpers > 1 else None
    return _with_help(pool, work, files) if pool else map(work, files)


def _pool(helpers: int) -> ProcessPoolExecutor | None:
    """Return processes that help; none on a system that has no room for them."""
    try:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(helpers, get_context("spawn"), initializer=_ready)
    except (OSError, ImportError, NotImplementedError):
        return None


def _ready() -> None:
    """Ready a helper: Ctrl+C is for the one that called it, and trees have few circles to clear away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(BETWEEN_SWEEPS)


def _with_help(
    pool: ProcessPoolExecutor, work: Callable[[Path], Done], files: Sequence[Path]
) -> Iterator[Done]:
    """Yield what the helpers have done; where they are lost, what is left is done here."""
    from concurrent.futures import BrokenExecutor

    number = 0
    try:
        for done in pool.map(work, files, chunksize=AT_ONCE):
            number += 1
            yield done
    except BrokenExecutor:
        yield from map(work, files[number:])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
