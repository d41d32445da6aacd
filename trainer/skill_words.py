"""What the skills are called wherever they are listed: known without opening the scorer's library."""

from __future__ import annotations

_WORDS = {
    "names_feeling": "saying what you feel",
    "describes_event": "pointing to what happened",
    "states_need": "asking for what you need",
    "gives_feedback": "saying what works and what does not",
    "discloses_honestly": "telling a hard truth about yourself",
    "asks_question": "asking a real question",
    "invites_repair": "staying and wanting to work it out",
    "sets_boundary": "setting a limit",
    "respects_boundary": "accepting a limit and keeping your wish",
    "names_rupture": "noticing the shift aloud",
    "owns_part": "owning your part",
    "validates": "showing that their reaction makes sense",
    "explores": "asking with open curiosity",
    "welcomes_feedback": "making room for hearing criticism",
    "renegotiates": "offering to change how you work",
    "explains_simply": "explaining it in plain words",
    "holds_boundary": "holding the limit kindly",
    "links_pattern": "wondering where it comes from",
}
"""The titles of the labels as things that one does: the same words in another form, as a test holds."""


def skill_words(label: str) -> str:
    """Return a label of the codebook in plain words."""
    return _WORDS.get(label) or label.replace("_", " ")
