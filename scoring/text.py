"""Text as data."""

from __future__ import annotations

import re
import unicodedata

_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def clean(text: str) -> str:
    """Return `text` as data: NFC, without control characters (newline and tab stay) or bidirectional overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REMOVED.sub("", unicodedata.normalize("NFC", text))
