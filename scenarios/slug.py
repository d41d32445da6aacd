"""How names of scenarios, scenes, drills and packs are written."""

from __future__ import annotations

import re

from scenarios.faults import quoted

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_NAME = 60


def slug_fault(what: str, name: str) -> tuple[str, str] | None:
    """Return what is wrong with a name and how to mend it; None where nothing is."""
    if SLUG.fullmatch(name) and len(name) <= MAX_NAME:
        return None
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_NAME].strip("-") or f"my-{what}"
    mend = f"use small letters, digits and single hyphens, as in {better}"
    return f"{quoted(name)} cannot be the name of a {what}", mend
