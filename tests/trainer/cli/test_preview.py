from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenarios.stories import story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "the preview needs a terminal on both ends. Without one: speakup check "),
        (("--from", "nowhere"), "has no scene nowhere; it has told, opened"),
        (("--set", "alliance=9"), "the alliance is a whole number from -5 to 5"),
        (("--set", "alliance=x"), "the alliance is a whole number from -5 to 5"),
        (("--set", "alliance"), "the alliance is a whole number from -5 to 5"),
        (("--set", "late=yes"), "a flag is set without a value: --set late"),
        (("--set", "late"), "has no flag late"),
        (("--from", "opened", "--set", "alliance=-3"), "the preview needs a terminal"),
    ],
)
def test_what_cannot_work_is_told(run: Run, tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    file = tmp_path / "the-test.yaml"
    file.write_text(story(), encoding="utf-8")
    ran = run("preview", str(file), *options)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_file_must_be_there(run: Run, tmp_path: Path) -> None:
    ran = run("preview", str(tmp_path / "mine.yaml"))
    assert ran.status == 2
    assert ran.err.endswith("begin one with: speakup new mine\n")
