"""Reads our own YAML data with every scalar as a text: to a list of words, `no` and `off` are words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read(path: Traversable) -> Any:
    """Return mappings, lists and texts, for the files of this package only."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # It makes nothing else, so nothing in a file can run.
    return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506
