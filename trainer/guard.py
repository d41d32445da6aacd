"""The one guard at the top: whatever happens, a person gets one clear line and never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FINDING, WRONG_USE, FAULT, PIPE_CLOSED, INTERRUPTED = 1, 2, 70, 141, 130
"""Exit statuses: a finding, wrong use, a fault of ours; then as a shell tells SIGPIPE and SIGINT."""
LOG_LIMIT = 500_000
"""Bytes at which the log is begun anew."""


class PipeClosedError(Exception):
    """Nobody reads standard output any more."""


def guarded(run: Callable[[], int | None]) -> int:
    """Call `run` and return the exit status, with everything that goes wrong told in one line."""
    _ready_streams()
    try:
        status = run() or 0
        sys.stdout.flush()
    except (BrokenPipeError, PipeClosedError):
        _silence(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FINDING if leaving.code else 0
    except Exception as fault:  # noqa: BLE001 - nothing may reach a person as a traceback
        return _tell(fault)
    return status


def _ready_streams() -> None:
    """Make sure that there are streams, and that no odd byte or letter stops them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for the whole run
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _silence(stream: IO[str]) -> None:
    """Let nothing more be written to a stream whose reader has gone, also not at the very end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line: str) -> None:
    """Write one line to standard error, whatever is in it."""
    from scoring.text import clean

    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"speakup: {' '.join(clean(line).split())}\n")
        sys.stderr.flush()


def _tell(fault: Exception) -> int:
    """Tell what went wrong and return the exit status."""
    told = _wrong_use(fault) or _trouble(fault)
    if told is None:
        say(f"something went wrong that should not ({type(fault).__name__}). {_logged(fault)}")
        return FAULT
    line, status = told
    if line:
        say(line)
    return status


def _wrong_use(fault: Exception) -> tuple[str, int] | None:
    """Return what to tell about a command line that cannot work."""
    import click

    if isinstance(fault, click.exceptions.Abort):
        return "", INTERRUPTED
    if not isinstance(fault, click.ClickException):
        return None
    command = fault.ctx.command_path if isinstance(fault, click.UsageError) and fault.ctx else "speakup"
    return f"{fault.format_message().rstrip('.')}. See {command} --help", WRONG_USE


def _trouble(fault: Exception) -> tuple[str, int] | None:
    """Return what to tell about trouble that is foreseen."""
    from scenarios.faults import UnknownError
    from scoring.errors import SpeakupError
    from trainer.errors import WrongUse

    if not isinstance(fault, SpeakupError):
        return None
    return f"{fault}", WRONG_USE if isinstance(fault, WrongUse | UnknownError) else FINDING


def _logged(fault: Exception) -> str:
    """Write the traceback to the log and return where it is; in private play nothing is written."""
    import traceback

    from trainer.store.where import log_file, make_private

    if "--private" in sys.argv:
        return "Nothing was written, since this is private."
    path = log_file()
    try:
        make_private(path.parent)
        is_long = path.exists() and path.stat().st_size > LOG_LIMIT
        flags = os.O_CREAT | os.O_WRONLY | (os.O_TRUNC if is_long else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as log:
            log.write("".join(traceback.format_exception(fault)) + "\n")
    except OSError:
        return "The details could not be written down."
    return f"The details are in {path}"
