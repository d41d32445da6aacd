"""Takes the pictures in `docs/pictures` from the program itself: `python tests/pictures.py`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
FONTS = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
"""The export names fonts on a server of others; a picture must not ask for them."""


async def take() -> None:
    """Play two moments of the concert and take a picture of each screen on the way."""
    from textual import events

    from scenarios.library import Library
    from trainer.screens.program import SpeakUp
    from trainer.screens.shelf import Shelf
    from trainer.store import open_store

    opened = open_store()
    opened.store.set_setting("welcomed", "yes")
    shelf = Shelf(Library())
    shelf.start()
    app = SpeakUp(opened, shelf)
    async with app.run_test(size=(112, 34)) as pilot:

        async def say(text: str) -> None:
            app.post_message(events.Paste(text))
            await pilot.pause(0.2)
            await pilot.press("enter")
            await pilot.pause(3)

        def picture(name: str) -> None:
            svg = FONTS.sub("", app.export_screenshot(title="speakup"))
            (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")

        await pilot.pause(1)
        picture("home")
        await pilot.press(*"concert", "enter")
        await pilot.pause(1)
        app.post_message(events.Paste("You went quiet when I said concert, and"))
        await pilot.pause(0.5)
        picture("play")
        await pilot.press("ctrl+a", "ctrl+k")
        await say("It's fine, let's talk about my week.")
        await pilot.press("t")
        await pilot.pause(0.5)
        await say("Your pen stopped when I said concert, and I got scared that you are angry with me.")
        picture("feedback")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPEAKUP_HOME"] = folder
        asyncio.run(take())
