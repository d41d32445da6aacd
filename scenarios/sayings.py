"""Prints the sayings of the scenarios that come with the program as marked responses, one JSON object a line.

`make weights` calibrates from them, beside the responses that raters marked. The marked responses of a
scenario are left out: they are what it is tested with.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from scenarios.check.reading import partner_says
from scenarios.load import read_scenario
from scenarios.places import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Scenario


def main() -> None:
    """Print them all."""
    for path in sorted(BUILT_IN.glob("*.yaml")):
        scenario = read_scenario(path).scenario
        if scenario:
            for row in rows(scenario):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def rows(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """Return each saying with what its reply shows."""
    for scene in scenario.scenes.values():
        for reply in scene.replies.values():
            for number, saying in enumerate(reply.says, 1):
                yield {
                    "id": f"{scenario.id}-{scene.id}-{reply.id}-{number}",
                    "role": scenario.role,
                    "context": f"{scenario.id} {scene.id}",
                    "partner_says": partner_says(scene),
                    "text": saying,
                    "labels": list(reply.shows),
                }


if __name__ == "__main__":
    main()
