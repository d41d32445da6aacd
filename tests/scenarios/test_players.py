from __future__ import annotations

import pytest

import scoring
from scenarios.labels import labels_of
from scenarios.library import Library
from scenarios.players.book import filled, noise, phrases, stuffed
from scenarios.players.characters import CHARACTERS, stock_of

ROLES = ("client", "therapist")


@pytest.mark.parametrize("role", ROLES)
def test_the_phrase_book_has_lines_of_its_own_for_each_label(role: str) -> None:
    for label in labels_of(role):  # type: ignore[arg-type]
        lines = phrases(role, label)  # type: ignore[arg-type]
        assert len(set(lines)) >= 4, label
    assert stuffed(role)  # type: ignore[arg-type]
    assert noise()


@pytest.mark.parametrize("role", ROLES)
def test_most_lines_are_read_as_the_label_that_they_stand_for(role: str) -> None:
    read = [
        label in scoring.score(line, role=role).labels  # type: ignore[arg-type]
        for label in labels_of(role)  # type: ignore[arg-type]
        for line in phrases(role, label)  # type: ignore[arg-type]
    ]
    assert sum(read) >= 0.75 * len(read)


@pytest.mark.parametrize(
    ("stem", "begins"),
    [
        ("When you ..., I felt ...", "When you looked away, I felt hurt"),
        ("I need ...", "I need to stay with this for a minute"),
        ("When you …, and I felt … .", "When you looked away, and I felt hurt ."),
        ("A stem without a gap", None),
        ("The colour of ... is", None),
    ],
)
def test_the_gaps_of_a_stem_are_filled_by_the_words_before_them(stem: str, begins: str | None) -> None:
    found = filled(stem, "client")
    assert (found[0] if found else None) == begins
    assert len(set(found)) == len(found)


def test_each_character_has_words_for_each_scene_and_none_are_sayings_of_the_file() -> None:
    library = Library(keep=False)
    for entry in library.entries():
        scenario = library.load(entry.id).scenario
        assert scenario
        for scene in scenario.scenes.values():
            stock = stock_of(scenario, scene)
            assert set(stock) == set(CHARACTERS)
            sayings = {saying for reply in scene.replies.values() for saying in reply.says}
            for name, texts in stock.items():
                assert texts, (scene.id, name)
                assert len(set(texts) - sayings) >= len(texts) / 2
