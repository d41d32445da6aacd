from __future__ import annotations

from scenarios.advice import documents, documents_by_id, rows, rows_by_id


def test_every_row_stands_in_the_table() -> None:
    ids = [row.id for row in rows()]
    assert len(ids) == len(set(ids)) == 69
    assert sum(row.role == "client" for row in rows()) == 53
    assert rows_by_id()["D4"].scenario == "the concert"
    assert rows_by_id()["D8"].feature == "retry without penalty"
    assert rows_by_id()["TA1"].role == rows_by_id()["D9"].role == "therapist"


def test_every_row_is_said_and_carried() -> None:
    for row in rows():
        assert row.says
        assert row.scenario or row.feature
        assert row.document in documents_by_id()


def test_the_five_documents() -> None:
    assert [document.id for document in documents()] == [f"doc-00{n}" for n in range(5)]
    assert all(document.title and document.author and document.about for document in documents())
