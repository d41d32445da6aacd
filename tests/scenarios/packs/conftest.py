from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scenarios.packs.add import Added, add_pack
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """\
name: night-shift
author: Ada Nurse
licence: CC BY 4.0
language: en
version: 1.0
"""


def scenario(name: str) -> str:
    return story().replace("scenario: the-test", f"scenario: {name}")


class Desk:
    """A folder to make packs in, and a shelf to add them to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shelf = folder / "shelf"

    def pack(self, name: str = "source", **files: str | bytes) -> Path:
        """Make a pack that is a folder; `files` come beside its scenario and its manifest."""
        made = self.folder / name
        made.mkdir()
        for file, data in {"pack.yaml": MANIFEST, "the-ward.yaml": scenario("the-ward"), **files}.items():
            (made / file).write_bytes(data.encode() if isinstance(data, str) else data)
        return made

    def add(self, path: Path, **taken: str) -> Added:
        return add_pack(path, taken, self.shelf)

    def is_empty(self) -> bool:
        """Say whether nothing was installed, and nothing left behind."""
        return not self.shelf.exists() or not list(self.shelf.iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
