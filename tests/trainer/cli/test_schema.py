from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scenarios.reference import schema_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run


def test_schema_is_printed_or_written_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    ran = run("schema")
    assert (ran.status, ran.err, ran.out) == (0, "", schema_text())
    assert json.loads(ran.out)["required"][0] == "scenario"
    file = tmp_path / "schema.json"
    ran = run("schema", "--to", str(file))
    assert (ran.status, ran.out, ran.err) == (0, "", f"Written to {file}.\n")
    assert file.read_text(encoding="utf-8") == schema_text()
    assert run("schema", "--to", str(file)).status == 1
