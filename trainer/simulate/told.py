"""Tells what many plays came to, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from trainer.simulate.result import Result

Rows = list[list[str]]

WIDEST_NAME = 34


def lines_of(result: Result) -> Iterator[str]:
    """Yield what was reached and how often, where each character landed, and what is wrong."""
    yield f"{result.title}: {result.plays:,} plays with seed {result.seed}."
    yield ""
    yield from _visits(result)
    yield ""
    yield from _table("Endings, in a hundred plays of each", _endings(result))
    yield ""
    yield from _table("Profile at the end, 0 to 100", _profiles(result))
    yield ""
    yield from _wrong(result)


def _visits(result: Result) -> Iterator[str]:
    yield "How often each scene, reply and ending was reached:"
    for visit in result.visits:
        name = visit.name.partition(".")[2] or visit.name
        indent = {"scene": "  ", "reply": "    ", "ending": "  ending "}[visit.what]
        mark = "" if visit.times else "  never"
        yield f"{_cut(indent + name, WIDEST_NAME + 4):<{WIDEST_NAME + 4}} {visit.times:>9,}{mark}"


def _endings(result: Result) -> Rows:
    names = result.landed[0].endings if result.landed else ()
    return _rows(
        result, {name: [each.endings[name] / each.plays for each in result.landed] for name in names}
    )


def _profiles(result: Result) -> Rows:
    names = result.landed[0].profile if result.landed else ()
    return _rows(result, {name: [each.profile[name] for each in result.landed] for name in names})


def _rows(result: Result, shares: Mapping[str, Sequence[float]]) -> Rows:
    """Return a row with the characters, and a row of shares for each name."""
    told = [[name, *(f"{100 * share:.0f}" for share in row)] for name, row in shares.items()]
    return [["", *(each.name for each in result.landed)], *told]


def _table(title: str, rows: Rows) -> Iterator[str]:
    yield f"{title}:"
    for first, *others in rows:
        cells = "".join(f"{each:>10}" for each in others)
        yield f"  {_cut(first, 20):<20}{cells}".rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _wrong(result: Result) -> Iterator[str]:
    for visit in result.never:
        yield f"never reached: the {visit.what} {visit.name}"
    yield from (f"must not be: {said}" for said in result.wrong)
    if result.unended:
        yield f"must not be: {result.unended:,} plays went on and on without an ending"
    yield from (f"taken for words of danger: {text}" for text in result.alarming)
    if result.is_good:
        yield "Everything was reached, and everybody landed where they may."
