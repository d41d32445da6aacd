"""The pattern library keeps its promises, and a broken one is refused in words that help."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from scoring import cache
from scoring.authoring import LibraryError, authored, yaml_files
from scoring.labels import labels_of
from scoring.library import Library, library
from scoring.yaml_texts import read

if TYPE_CHECKING:
    from pathlib import Path

WRITING = 'suffixes:\n  "n\'t": not\nforms:\n  dont: do not\n'
SETS = "sets:\n  slow: [slow, slower, slow down]\n"
PATTERNS = """role: client
label: states_need
families:
  asks:
    says: asks for a change
    patterns:
      - {id: could-we, match: "could we ~slow", model: Could we slow down?, never: [We could stop.]}
"""


def written(folder: Path, patterns: str = PATTERNS, sets: str = SETS) -> Path:
    (folder / "words").mkdir()
    (folder / "patterns").mkdir()
    (folder / "words" / "writing.yaml").write_text(WRITING, "utf-8")
    (folder / "words" / "sets.yaml").write_text(sets, "utf-8")
    (folder / "patterns" / "states_need.yaml").write_text(patterns, "utf-8")
    return folder


def test_the_library_that_ships_keeps_its_promises() -> None:
    """Each pattern matches its own model sentence and none of its counter-examples."""
    parts = authored(files("scoring"))
    assert len(Library(parts).patterns) > 1000


def test_every_family_names_a_label_of_the_codebook_and_its_sources() -> None:
    known = {each.name for role in ("client", "therapist") for each in labels_of(role)}  # type: ignore[arg-type]
    for pattern in library().patterns.values():
        family = pattern.family
        if family.role:
            assert family.label in known, family.id
            assert family.sources, family.id
            assert family.advice, family.id
            assert all(source.startswith("doc-00") for source in family.sources)


def test_a_small_library_loads(tmp_path: Path) -> None:
    assert list(Library(authored(written(tmp_path))).patterns) == ["client.states_need.asks.could-we"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("model: Could we slow down?", "model: Stop it."), "misses its own model sentence"),
        (("never: [We could stop.]", "never: [Could we slow down a bit?]"), "matches its counter-example"),
        (("model: Could we slow down?, ", ""), "give it a model sentence"),
        (("~slow", "~fast"), "there is no word set ~fast"),
        (("could we ~slow", "(could we"), "is missing"),
        (("    says: asks for a change\n", ""), "needs `says`"),
        (("{id: could-we, ", "{"), "needs an `id`"),
    ],
)
def test_a_broken_library_is_refused(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    patterns = PATTERNS.replace(*change)
    assert patterns != PATTERNS
    with pytest.raises(LibraryError, match=told.replace("(", r"\(")):
        authored(written(tmp_path, patterns))


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ('sets:\n  slow: ["~slow"]\n', "holds itself"),
        ('sets:\n  slow: ["~quick"]\n', "does not exist"),
    ],
)
def test_a_broken_word_set_is_refused(tmp_path: Path, sets: str, told: str) -> None:
    with pytest.raises(LibraryError, match=told):
        authored(written(tmp_path, sets=sets))


def test_data_files_say_nothing_with_an_exclamation_mark() -> None:
    for path in yaml_files(files("scoring").joinpath("patterns")):
        for family in read(path)["families"].values():
            assert "!" not in family["says"]


def test_the_library_is_kept_and_read_again(home: Path) -> None:
    made = cache.parts()
    kept = list((home / "cache").glob("library-*.json"))
    assert len(kept) == 1
    assert cache.parts()["roles"]["client"] == made["roles"]["client"]
    kept[0].write_text("{ broken", "utf-8")
    assert cache.parts()["roles"]["client"] == made["roles"]["client"]
