"""What the tests of the real program share: a clean environment, a home, and ways to start it."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.program.terminal import SPEAKUP, Terminal
from trainer.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.program)


@dataclass(frozen=True)
class Ran:
    """What the program said without a terminal, and how it ended."""

    status: int
    out: str
    err: str


class Start(Protocol):
    """Starts the program on a terminal of its own, which ends with the test."""

    def __call__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        file_limit: int = 0,
        before: tuple[str, ...] = (),
        **environment: str,
    ) -> Terminal:
        """Start `speakup ARGUMENTS`; `before` stands before it on the command line."""


class Run(Protocol):
    """Runs the program with pipes, to its end."""

    def __call__(self, *arguments: str, typed: str = "", **environment: str) -> Ran:
        """Run `speakup ARGUMENTS` with `typed` as its standard input."""


@pytest.fixture(scope="session")
def bare() -> dict[str, str]:
    """An environment with nothing in it that tells of this machine."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, bare: dict[str, str]) -> Path:
    """What a program that was used before keeps of its own library, made once."""
    folder = tmp_path_factory.mktemp("used-before")
    env = {**bare, "SPEAKUP_HOME": str(folder), "HOME": str(folder)}
    for arguments in (["list"], ["score", "I felt hurt when you looked away."]):
        subprocess.run([SPEAKUP, *arguments], env=env, check=True, capture_output=True)
    return folder / "cache"


@pytest.fixture
def used(home: Path, cache: Path) -> Path:
    """A home in which the program was used before: welcomed, nothing played."""
    home.mkdir(mode=0o700)
    shutil.copytree(cache, home / "cache")
    store = Store(home / "speakup.db")
    store.set_setting("welcomed", "yes")
    store.close()
    return home


@pytest.fixture
def env(bare: dict[str, str], home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of the program."""
    return {**bare, "SPEAKUP_HOME": str(home), "HOME": str(tmp_path)}


@pytest.fixture
def start(env: dict[str, str]) -> Iterator[Start]:
    """Start the program on a terminal."""
    with ExitStack() as stack:

        def started(
            *arguments: str,
            size: tuple[int, int] = (80, 24),
            file_limit: int = 0,
            before: tuple[str, ...] = (),
            **environment: str,
        ) -> Terminal:
            command = [*before, SPEAKUP, *arguments]
            terminal = Terminal(command, env | environment, size=size, file_limit=file_limit)
            return stack.enter_context(terminal)

        yield started


@pytest.fixture
def run(env: dict[str, str]) -> Run:
    """Run the program with pipes."""

    def ran(*arguments: str, typed: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [SPEAKUP, *arguments],
            input=typed.encode(),
            env=env | environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran
