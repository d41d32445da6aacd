"""The source documents that feedback names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a piece of advice comes from."""

    id: str
    title: str
    author: str = ""

    def __str__(self) -> str:
        return f"“{self.title}”, {self.author}" if self.author else f"“{self.title}”"


def document(id_: str) -> Document:
    """Return the document with this id; one that is not known is shown by its id."""
    from scenarios.advice import documents_by_id

    known = documents_by_id().get(id_)
    return Document(id_, known.title, known.author) if known else Document(id_, id_)
