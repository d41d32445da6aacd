"""The skills as things that one does, for lists: known without opening the scorer's library."""

from __future__ import annotations

_WORDS = {
    "names_feeling": "naming what you feel",
    "describes_event": "saying what happened",
    "states_need": "saying what you need",
    "gives_feedback": "saying what works and what does not",
    "discloses_honestly": "telling a truth that is hard to tell",
    "asks_question": "asking a real question",
    "invites_repair": "staying and wanting to work it out",
    "sets_boundary": "saying no",
    "respects_boundary": "respecting a limit",
    "names_rupture": "noticing aloud that something shifted",
    "owns_part": "owning your part",
    "validates": "showing that their reaction makes sense",
    "explores": "asking with open curiosity",
    "welcomes_feedback": "making room for criticism",
    "renegotiates": "offering to change how you work",
    "explains_simply": "explaining in plain words",
    "holds_boundary": "holding a limit kindly",
    "links_pattern": "wondering about a pattern, tentatively",
}


def skill_words(label: str) -> str:
    """Return a label of the codebook in plain words."""
    return _WORDS.get(label) or label.replace("_", " ")
