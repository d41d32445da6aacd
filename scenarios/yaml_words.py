"""The YAML parser's complaints in words for people who write scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_QUOTE = "put the whole text in quotes"
_INDENT = "bring the lines of one list or one part to the same column"

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon stands inside a text or a line starts in the wrong column",
        _QUOTE,
    ),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("unknown escape character", "a backslash stands in a text with double quotes", "use single quotes"),
    ("invalid Unicode character", "a backslash stands in a text with double quotes", "use single quotes"),
    ("alphabetic or numeric character", "a text starts with * or &", _QUOTE),
    ("tag", "a text starts with !", _QUOTE),
    ("cannot start any token", "a text starts with a sign that YAML keeps for itself", _QUOTE),
    ("expected ':'", "a line is no `key: value`", "add the colon, or indent the line under its text"),
    (
        "',' or ']'",
        "a list in [ ] is not closed or lacks a comma",
        "close it, or write one item a line with -",
    ),
    ("',' or '}'", "a part in { } is not closed or lacks a comma", "close it, or write one key a line"),
    ("node content", "something is missing here, or a bracket before it is not closed", _QUOTE),
    ("sequence entries are not allowed", "a - stands where no list can begin", _INDENT),
    ("'-' indicator", "the lines of a list do not line up", _INDENT),
    ("expected key", "the lines do not line up, or text follows a closing quotation mark", _INDENT),
    ("<block end>", "the lines do not line up, or text follows a closing quotation mark", _INDENT),
    ("document start", "the file goes on after its end", "begin with `scenario:` in the first column"),
    ("nesting", "this is nested too deep", "see the format's reference"),
)


def in_plain_words(error: yaml.MarkedYAMLError) -> tuple[tuple[int, int], str, str]:
    """Return line and column (from 1), what is wrong and how to mend it."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if ("end of stream" in problem or "',' or" in problem) and error.context_mark:
        mark = error.context_mark
    at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for known, message, mend in _WORDS:
        if known in problem:
            return at, message, mend
    return at, "this is not YAML", "look at the quotes, colons and columns here and in the line above"
