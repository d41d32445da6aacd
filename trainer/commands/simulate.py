"""`speakup simulate`: characters play a scenario by themselves, many times."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from trainer.told import printed, progress_on


@click.command("simulate")
@click.argument("name", metavar="ID")
@click.option("--runs", metavar="N", type=click.IntRange(1, 1_000_000), default=10_000, show_default=True,
              help="How many plays.")  # fmt: skip
@click.option("--seed", metavar="N", type=int, default=1, show_default=True,
              help="Another number gives other plays, the same one the same.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(name: str, *, runs: int, seed: int, as_json: bool) -> int:
    """Let characters play a scenario by themselves.

    ID can also be a file. Random players and seven characters type their own words: honest, appeaser,
    attacker, avoider, hedger, one who lists key words, one who learns. Ends with 1 where something is never
    reached, or where a character lands in an ending that teaches what is wrong.
    """
    from trainer.named import scenario_named
    from trainer.simulate import simulate
    from trainer.simulate.told import lines_of

    scenario = scenario_named(name)
    with progress_on("Playing") as progress:
        result = simulate(scenario, runs, seed, progress)
    if as_json:
        record = {**asdict(result), "is_good": result.is_good}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        printed(lines_of(result))
    return 0 if result.is_good else 1
