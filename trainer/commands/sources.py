"""`speakup sources`: the advice that is taught, and what covers each piece of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from trainer.told import printed, progress_on

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(*, as_json: bool) -> int:
    """Show what advice is taught, and where.

    Every piece of advice of the source documents, and the scenarios that practise it.
    """
    from scenarios.drill_library import DrillLibrary
    from scenarios.library import Library

    library = Library()
    with progress_on("Reading scenarios") as progress:
        entries = library.entries(progress)
    covered: dict[str, list[str]] = {}
    for entry in entries:
        for row in entry.practises_advice:
            covered.setdefault(row, []).append(entry.id)
    for drill in DrillLibrary().drills():
        for row in drill.practises_advice:
            covered.setdefault(row, []).append(f"drill {drill.id}")
    table = list(_table(covered))
    if as_json:
        click.echo(json.dumps(table, ensure_ascii=False, indent=2))
    else:
        printed(_lines(table))
    return 0


def _table(covered: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Yield a record for each row of the advice table."""
    from scenarios.advice import documents_by_id, rows

    documents = documents_by_id()
    for row in rows():
        document = documents[row.document]
        yield {
            "id": row.id,
            "role": row.role,
            "says": row.says,
            "document": asdict(document),
            "scenarios": covered.get(row.id, []),
            "feature": row.feature,
        }


def _lines(table: list[dict[str, Any]]) -> Iterator[str]:
    document = ""
    for row in table:
        if row["document"]["id"] != document:
            document = row["document"]["id"]
            yield f"{document}: {row['document']['title']} ({row['document']['author']})"
        covers = [*row["scenarios"], *([f"in the program: {row['feature']}"] if row["feature"] else [])]
        yield f"  {row['id']}  {row['says']}"
        yield f"      {', '.join(covers) or 'not yet practised'}"
    done = sum(bool(row["scenarios"] or row["feature"]) for row in table)
    yield f"{done} of {len(table)} pieces of advice are practised."
