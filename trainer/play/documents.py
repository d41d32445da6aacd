"""The source documents that feedback names, by id."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a piece of advice comes from."""

    id: str
    title: str
    author: str

    def __str__(self) -> str:
        return f"“{self.title}”, {self.author}" if self.author else f"“{self.title}”"


_ALL = (
    Document("doc-000", "Asking for what you need in therapy", "Josephine Ferraro, LCSW"),
    Document(
        "doc-001",
        "How the client and the psychotherapist co-create the therapeutic relationship",
        "Josephine Ferraro, LCSW",
    ),
    Document("doc-002", "How to have a good relationship with your therapist", "a therapy blog"),
    Document(
        "doc-003",
        "Why does my therapist ask me to talk about our relationship?",
        "Lisa Wallner Samstag, PhD (Psychology Today)",
    ),
    Document(
        "doc-004",
        "Tips for building a strong relationship with your therapist",
        "SonderMind, reviewed by Wendy Rasmussen, PhD, 2022",
    ),
)
DOCUMENTS = {each.id: each for each in _ALL}


def document(id_: str) -> Document:
    """Return the document with this id; one that is not known is shown by its id."""
    return DOCUMENTS.get(id_, Document(id_, id_, ""))
