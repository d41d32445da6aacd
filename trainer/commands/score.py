"""`speakup score`: the scorer alone, explained for a person or as JSON Lines for a program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.errors import WrongUse

if TYPE_CHECKING:
    from scoring.verdict import Role

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("score")
@click.argument("text", required=False)
@click.option("--role", type=click.Choice(["client", "therapist"]), help="Who says it; client if not said.")
@click.option("--partner-says", metavar="TEXT", default="", help="What the other person has just said.")
@click.option(
    "--jsonl", is_flag=True, help="Read one JSON object a line from standard input and write one a line."
)
@click.option(
    "--report", metavar="FILE", type=EXISTING, help="Hold the scorer against a file of marked responses."
)
def command(
    text: str | None, *, role: Role | None, partner_says: str, jsonl: bool, report: Path | None
) -> int:
    """Score one response, or many.

    Explains TEXT, or what comes in on standard input, to a person; --jsonl is for programs.
    """
    if sum([text is not None, jsonl, report is not None]) > 1:
        raise WrongUse("score takes one of TEXT, --jsonl and --report FILE at a time")
    if report:
        return _report(report)
    if jsonl:
        return _lines(role)
    return _one(_given(text), role or "client", partner_says)


def _given(text: str | None) -> str:
    if text is None:
        if sys.stdin.isatty():
            click.echo("Type the response, then Ctrl+D on a line of its own:", err=True)
        text = sys.stdin.read()
    if not text.strip():
        raise WrongUse('there is nothing to score; try: speakup score "I felt hurt when you looked away"')
    return text


def _one(text: str, role: Role, partner_says: str) -> int:
    """Explain one verdict to a person."""
    import scoring
    from scoring.explanation import explain
    from scoring.text import clean
    from trainer.verdicts.told import verdict_lines

    verdict = scoring.score(clean(text).strip(), role=role, partner_says=clean(partner_says))
    for line in verdict_lines(verdict, explain(verdict, partner_says=partner_says)):
        click.echo(line)
    return 0


def _lines(role: Role | None) -> int:
    """Score JSON Lines from standard input; the status is 1 where a line was bad."""
    from trainer.verdicts.machine import scored_lines

    all_good = True
    for line, is_good in scored_lines(sys.stdin.buffer, role):
        click.echo(line)
        all_good = all_good and is_good
    return 0 if all_good else 1


def _report(file: Path) -> int:
    """Print the report card of the scorer on a file of marked responses."""
    from trainer.verdicts.report import report_lines

    for line in report_lines(file):
        click.echo(line)
    return 0
