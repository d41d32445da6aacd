"""Scenario files that are none: one clear line each with file, line and column, and the others still load."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.program.players import BOX, SEARCH
from tests.program.terminal import SPEAKUP
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.program.conftest import Run, Start

MEGABYTE = 1_000_000
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 12)]
)


def written(text: str | bytes) -> Callable[[Path], object]:
    data = text.encode() if isinstance(text, str) else text
    return lambda file: file.write_bytes(data)


def huge(file: Path) -> None:
    """Fifty megabytes, most of which are not really on the disk."""
    with file.open("wb") as target:
        target.write(b"scenario: huge\n")
        target.truncate(50 * MEGABYTE)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "not-yaml": (written("scenario: [broken\ntitle: }"), "1:11"),
    "only-text": (written("Dear diary, this is no scenario at all."), "1:1"),
    "not-utf8": (written(b"scenario: not-utf8\ntitle: caf\xe9\n"), "2:11"),
    "utf16": (written("scenario: utf16\n".encode("utf-16")), "1:1"),
    "empty": (written(""), "1:1"),
    "huge": (huge, "1:1"),
    "deep": (written("a: " + "[" * 1000 + "]" * 1000), "1:19"),
    "deep-block": (written("".join(f"{' ' * at}a:\n" for at in range(1000))), "17:17"),
    "unending": (written("a: " + "[" * 200_000), "1:19"),
    "alias-bomb": (written(BOMB), "1:5"),
    "no-such-scene": (written(story().replace("goes: opened", "goes: oponed", 1)), "28:15"),
    "twice": (written(story().replace("title: The test\n", "title: One\ntitle: Two\n")), "3:1"),
    "unknown-key": (written(story().replace("level: 1\n", "level: 1\ncolour: red\n")), "7:1"),
    "tabs": (written("scenario: tabs\nscenes:\n\tone: x\n"), "3:1"),
    "control": (written("scenario: control\ntitle: \x07bell\n"), "2:8"),
    "tag": (written("scenario: !!python/object/apply:os.system [id]\n"), "1:11"),
    "two-documents": (written("scenario: one\n---\nscenario: two\n"), "2:1"),
    "out-of-range": (written(story().replace("level: 1", "level: 9")), "6:8"),
    "binary": (written(bytes(range(256)) * 40), "2:118"),
}
"""For each file how to write it, and where its fault must be shown to begin."""


@pytest.fixture
def folder(used: Path) -> Path:
    """The user's folder of scenarios, with one good file in it and all the bad ones."""
    folder = used / "scenarios"
    folder.mkdir(mode=0o700)
    (folder / "the-test.yaml").write_text(story(), encoding="utf-8")
    for name, (write, _) in BAD.items():
        write(folder / f"{name}.yaml")
    (folder / "a-folder.yaml").mkdir()
    (folder / "a-loop.yaml").symlink_to("a-loop.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    return folder


def test_check_tells_each_fault_with_its_place(run: Run, folder: Path) -> None:
    ran = run("check", str(folder))
    assert ran.status == 1
    assert "Traceback" not in ran.err
    assert not [line for line in ran.out.splitlines()[:-2] if not re.match(r".+\.yaml:\d+:\d+: ", line)]
    for name, (_, place) in BAD.items():
        lines = [line for line in ran.out.splitlines() if f"/{name}.yaml:" in line and ": error: " in line]
        assert len(lines) == 1, (name, lines)
        assert lines[0].startswith(f"{folder}/{name}.yaml:{place}: error: ")
        assert "; " in lines[0], "it tells how to mend it"
        assert len(lines[0]) < 400


def test_check_of_one_file_says_the_same(run: Run, folder: Path) -> None:
    for name, (_, place) in BAD.items():
        ran = run("check", str(folder / f"{name}.yaml"))
        assert (ran.status, ran.err) == (1, ""), name
        assert f"{name}.yaml:{place}: error: " in ran.out


def test_the_others_are_listed_and_the_bad_ones_named(run: Run, folder: Path) -> None:
    for _ in range(2):  # the second time from the index
        ran = run("list")
        assert ran.status == 0
        assert "the-test: The test" in ran.out
        assert "the-concert: The concert" in ran.out
        assert "cannot be played; see: speakup check" in ran.err
        assert f"and {len(BAD) - 3} more" in ran.err
        assert ran.err.count("\n") == 4
    listed = {entry["id"] for entry in json.loads(run("list", "--json").out)}
    assert {"the-test", "the-concert"} <= listed
    assert not listed & set(BAD)
    assert folder.exists()


@pytest.mark.usefixtures("folder")
def test_a_good_one_among_bad_ones_can_be_played(run: Run, start: Start) -> None:
    assert "A concert. I see. (told)" in run("play", "the-test").out
    ran = run("play", "twice")
    assert ran.status == 2
    assert "there is no scenario" in ran.err
    terminal = start("play", "the-test")
    terminal.wait("A concert. I see. (told)", BOX)
    home = start()
    home.wait("speakup", SEARCH, "The concert")


@pytest.mark.parametrize("name", ["huge", "alias-bomb", "deep", "unending", "binary"])
def test_a_bad_file_cannot_eat_the_memory(folder: Path, env: dict[str, str], name: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -v 1500000 && exec "$0" "$@"', SPEAKUP, "check", f"{folder}/{name}.yaml"],
        env=env,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_large_library_is_read_with_progress_and_then_at_once(run: Run, start: Start, used: Path) -> None:
    folder = used / "scenarios"
    folder.mkdir(mode=0o700)
    for at in range(200):
        text = (
            story().replace("the-test", f"scene-{at:03}").replace("title: The test", f"title: Scene {at:03}")
        )
        (folder / f"scene-{at:03}.yaml").write_text(text, encoding="utf-8")
    terminal = start("list")
    assert terminal.ended() == 0
    assert re.search(r"Reading scenarios: \d+ of 200", terminal.output)
    assert len(json.loads(run("list", "--json").out)) > 200
    home = start()
    home.wait(SEARCH, "Scene 000")
    again = start("list")
    assert again.ended() == 0
    assert "Reading scenarios" not in again.output
