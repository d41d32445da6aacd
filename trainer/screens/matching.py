"""Finding scenes by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.skill_words import skill_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenarios.library import Entry


class Matcher:
    """Finds the scenes that have all the words, those with a word in the title first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self._texts: list[tuple[str, str]] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def matching(self, words: str) -> tuple[Entry, ...]:
        """Return the scenes for `words`; all of them where there are none."""
        wanted = words.casefold().split()
        phrase = " ".join(wanted)
        if not wanted:
            return self._entries
        if self._texts is None:
            self._texts = [(each.title.casefold(), _text(each)) for each in self._entries]
        found = [
            (phrase not in title, not any(word in title for word in wanted), at)
            for at, (title, text) in enumerate(self._texts)
            if all(word in text for word in wanted)
        ]
        return tuple(self._entries[at] for *_, at in sorted(found))


def _text(entry: Entry) -> str:
    parts = (
        entry.title,
        entry.summary,
        entry.partner,
        entry.role,
        entry.pack,
        f"level {entry.level}",
        *entry.content_notes,
        *entry.practises_advice,
        *map(skill_words, entry.practises),
    )
    return " ".join(parts).casefold()
