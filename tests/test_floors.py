"""The plan of the house: what may import what, what a command loads, what the tree may hold."""

from __future__ import annotations

import ast
import os
import re
import statistics
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FLOORS = ("scoring", "scenarios", "trainer")
"""From the ground up: each may import those before it."""
SCREENS = ("trainer.app", "trainer.themes", "trainer.screens", "trainer.widgets")
"""The only modules that know Textual."""
NO_PART_OF_PLAY = (
    *("textual", "rich", "click", "sqlite3"),
    *("time", "datetime", "random", "secrets", "uuid"),
    *("os", "io", "pathlib", "tempfile", "shutil", "socket", "subprocess", "threading", "asyncio"),
    *("trainer.store", "trainer.session", "trainer.plain", "trainer.commands", "trainer.cli"),
)
"""The engine is pure: no screen, no clock, no chance, no disk."""
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
"""Lines."""


@cache
def modules() -> dict[str, Path]:
    """Return every module of the three floors by its name."""
    files = [file for floor in FLOORS for file in sorted((ROOT / floor).rglob("*.py"))]
    return {_name(file): file for file in files}


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def imported(name: str, *, also_for_types: bool = True) -> Iterator[str]:
    """Yield all that a module imports, anywhere in it; `from a import b` gives `a` and `a.b`."""
    skipped = set() if also_for_types else _for_types_only(tree(name))
    for node in ast.walk(tree(name)):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports by a relative path"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _for_types_only(module: ast.Module) -> set[ast.AST]:
    blocks = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    ]
    return {inner for block in blocks for statement in block.body for inner in ast.walk(statement)}


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def wrong(inside: tuple[str, ...], banned: tuple[str, ...], *, also_for_types: bool = True) -> list[str]:
    """Return `module imports what` for every import of `banned` in the modules `inside`."""
    return [
        f"{name} imports {each}"
        for name in modules()
        if is_within(name, inside)
        for each in imported(name, also_for_types=also_for_types)
        if is_within(each, banned)
    ]


def test_the_rule_is_held_against_all_modules() -> None:
    assert {"scoring.scorer", "scenarios.library", "trainer.cli", "trainer.play.step", "trainer.app"} <= set(
        modules()
    )
    assert "textual.app" in imported("trainer.screens.program")


@pytest.mark.parametrize("floor", FLOORS)
def test_an_import_goes_down_and_never_up(floor: str) -> None:
    assert not wrong((floor,), FLOORS[FLOORS.index(floor) + 1 :])


def test_nothing_below_the_screens_knows_textual() -> None:
    below = [name for name in modules() if not is_within(name, SCREENS)]
    found = [
        f"{name} imports {each}"
        for name in below
        for each in imported(name)
        if is_within(each, ("textual", "rich"))
    ]
    assert not found


def test_only_the_door_leads_up_to_the_screens() -> None:
    below = [name for name in modules() if not is_within(name, SCREENS)]
    doors = {name for name in below for each in imported(name) if is_within(each, SCREENS)}
    assert doors <= {f"trainer.commands.{name}" for name in ("play", "preview", "serve", "workshop", "drill")}


def test_the_engine_is_pure() -> None:
    assert not wrong(("trainer.play", "trainer.drills"), (*NO_PART_OF_PLAY, "trainer.practice", *SCREENS))


def test_the_engine_asks_for_no_time_and_opens_no_file() -> None:
    calls = [
        f"{name}: {ast.unparse(node.func)}"
        for name in modules()
        if is_within(name, ("trainer.play", "trainer.drills"))
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and re.search(r"(^|\.)(open|now|today|utcnow|time|print|input)$", ast.unparse(node.func))
    ]
    assert not calls


def test_libraries_can_be_used_without_the_program() -> None:
    assert not wrong(("scoring", "scenarios"), ("click", "sqlite3", "asyncio", "socket", "urllib", "http"))


def test_widgets_know_neither_store_nor_session_nor_screens() -> None:
    known = ("trainer.store", "trainer.session", "trainer.screens", "trainer.app", "scenarios.library")
    assert not wrong(("trainer.widgets",), known, also_for_types=False)


def test_nothing_talks_to_the_network() -> None:
    network = ("socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib")
    below = tuple(name for name in modules() if name != "trainer.commands.serve")
    assert not wrong(below, network)


LOADED = """
import sys
from trainer.cli import speakup
try:
    speakup.main({arguments!r}, prog_name="speakup", standalone_mode=False)
finally:
    print("LOADED", *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.fixture(scope="session")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home for all these commands, so that the scorer reads its library once."""
    return tmp_path_factory.mktemp("used")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["list"],
        ["list", "--json"],
        ["check", str(ROOT / "scenarios" / "library" / "the-concert.yaml")],
        ["score", "I felt hurt when you looked away."],
        ["sources"],
        ["progress"],
        ["play", "the-concert", "--plain", "--private"],
        ["drill", "names-feeling", "--plain", "--private"],
    ],
    ids=" ".join,
)
def test_a_command_without_screens_never_loads_textual(arguments: list[str], used: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=arguments)],
        input="hint\n",
        env={**os.environ, "SPEAKUP_HOME": str(used)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    loaded = set(done.stderr.rpartition("LOADED")[2].split())
    assert "trainer" in loaded, done.stderr
    assert not loaded & {"textual", "rich", "numpy", "asyncio"}


def test_no_file_is_long_and_most_are_short() -> None:
    lengths = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in modules().items()}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}
    assert statistics.median(lengths.values()) < 100


def test_no_function_is_long() -> None:
    found = [
        f"{name}.{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for name in modules()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not found


@cache
def kept() -> tuple[Path, ...]:
    """Return the files that belong to the project: those of git, or all where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("no git: the files of the project cannot be told from others")
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return tuple(file for file in files if file.is_file())


def test_no_file_is_over_a_megabyte() -> None:
    assert not [str(file) for file in kept() if file.stat().st_size > 1_000_000]


def test_no_file_names_a_place_of_one_machine() -> None:
    places = [f"{ROOT}/", f"{Path.home()}/"]
    people = re.compile(r"/(?:home|Users)/[a-z][\w.-]*/|\b[A-Z]:\\+Users\\+\w")
    found = []
    for file in kept():
        text = file.read_text(encoding="utf-8", errors="replace")
        if any(place in text for place in places) or people.search(text):
            found.append(str(file.relative_to(ROOT)))
    assert not found
