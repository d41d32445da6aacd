"""The advice table and the five source documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from scenarios.source import read_source
from scenarios.tree import plain

if TYPE_CHECKING:
    from scenarios.model import Role

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Document:
    """One of the documents that the advice comes from."""

    id: str
    """Such as `doc-003`."""
    title: str
    author: str
    about: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice."""

    id: str
    """Such as `D4`."""
    role: Role
    """Whose side it is for."""
    says: str
    document: str
    """The id of the document that gives it."""
    scenario: str = ""
    """The name of the scenario meant to carry it, as the plan calls it."""
    feature: str = ""
    """What of the program carries it, where a scenario does not or not alone."""


@cache
def documents() -> tuple[Document, ...]:
    """Return the five documents, in order."""
    return tuple(Document(id=name, **row) for name, row in _table("documents.yaml").items())


@cache
def rows() -> tuple[Advice, ...]:
    """Return the whole advice table: the client's side, then the therapist's."""
    return tuple(
        Advice(id=name, role=cast("Role", role), document=_document(name), **row)
        for role, table in _table("advice.yaml").items()
        for name, row in table.items()
    )


@cache
def rows_by_id() -> dict[str, Advice]:
    """Return the advice table by id."""
    return {row.id: row for row in rows()}


@cache
def documents_by_id() -> dict[str, Document]:
    """Return the documents by id."""
    return {document.id: document for document in documents()}


def _document(name: str) -> str:
    """Return the document of a row, which its letter tells: `TA1` and `A1` come from the first."""
    return documents()["ABCDE".index(name.lstrip("T")[0])].id


def _table(name: str) -> Any:
    return plain(read_source(_HERE / name).root)
