"""`--private`: nothing at all is written, not even what the scorer keeps of its own library."""

from __future__ import annotations

import click


def _keep_nothing(_context: click.Context, _option: click.Parameter, is_private: bool) -> bool:  # noqa: FBT001 - as click calls it
    if is_private:
        from scoring.cache import KEEPING

        KEEPING.may_write = False
    return is_private


private_option = click.option("--private", is_flag=True, callback=_keep_nothing, help="Write nothing at all.")
