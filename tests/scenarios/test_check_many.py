from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from scenarios.check import examine, many
from tests.scenarios.stories import story


def length(path: Path) -> int:
    return len(path.name)


def dies(path: Path) -> int:
    if os.getpid() != int(path.parent.name):
        os._exit(9)
    return len(path.name)


FILES = [Path(f"here/{'a' * number}") for number in range(1, 41)]


@pytest.mark.parametrize("cores", [1, 2])
def test_the_work_is_done_in_order_however_many_help(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(many, "_cores", lambda: cores)
    assert list(many.done_with_each(length, FILES)) == list(range(1, 41))


def test_few_files_call_for_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_pool", lambda _: pytest.fail("help was called for"))
    assert list(many.done_with_each(length, FILES[:12])) == list(range(1, 13))


def test_without_room_for_processes_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_pool", lambda _: None)
    assert list(many.done_with_each(length, FILES)) == list(range(1, 41))


def test_helpers_that_die_leave_the_work_to_the_one_who_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_cores", lambda: 2)
    files = [Path(str(os.getpid())) / ("a" * number) for number in range(1, 21)]
    assert list(many.done_with_each(dies, files)) == list(range(1, 21))


def test_many_files_are_checked_as_one_would(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(16):
        text = story().replace("scenario: the-test", f"scenario: the-test-{number}")
        (tmp_path / f"the-test-{number}.yaml").write_text(
            text.replace("masks", "mask") if number == 3 else text
        )
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(many, "_cores", lambda: 2)
    helped = examine([tmp_path], lambda done, of: told.append((done, of)))
    assert told == [(number, 16) for number in range(1, 17)]
    monkeypatch.setattr(many, "_cores", lambda: 1)
    shutil.rmtree(home / "cache" / "checked")
    assert examine([tmp_path]) == helped
    assert helped.counts.errors
