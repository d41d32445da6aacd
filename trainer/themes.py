"""The three looks of the program. Colours are theme variables everywhere else."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#8fb8c9",
    secondary="#c3a6cf",
    accent="#e3c48d",
    success="#9cc79a",
    warning="#e6b673",
    error="#e08f8f",
    foreground="#dfe4e6",
    background="#14191d",
    surface="#1b2227",
    panel="#232c32",
    dark=True,
    variables={
        "block-cursor-background": "#2c4450",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#242f36",
        "block-cursor-blurred-foreground": "#dfe4e6",
        "block-cursor-blurred-text-style": "none",
        "border": "#8fb8c9",
        "border-blurred": "#3a4850",
        "text-muted": "#a3b0b6",
        "text-disabled": "#8b989e",
        "input-selection-background": "#47707f",
        "input-selection-foreground": "#ffffff",
        "button-color-foreground": "#14191d",
        "scrollbar": "#34424a",
        "scrollbar-background": "#14191d",
        "scrollbar-background-hover": "#14191d",
        "scrollbar-background-active": "#14191d",
        "scrollbar-corner-color": "#14191d",
    },
)

LIGHT = Theme(
    name="light",
    primary="#2b6275",
    secondary="#6d4a80",
    accent="#80590f",
    success="#2f6b38",
    warning="#8a5200",
    error="#a03232",
    foreground="#2a2c2d",
    background="#faf8f3",
    surface="#f2efe7",
    panel="#e8e4d9",
    dark=False,
    variables={
        "block-cursor-background": "#cfe1e6",
        "block-cursor-foreground": "#14191d",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e4e7e2",
        "block-cursor-blurred-foreground": "#14191d",
        "block-cursor-blurred-text-style": "none",
        "border": "#2b6275",
        "border-blurred": "#c9c4b6",
        "text-muted": "#595f61",
        "text-disabled": "#6a7072",
        "text-primary": "#245565",
        "text-secondary": "#5f3f70",
        "text-accent": "#6d4b0a",
        "text-success": "#265a2e",
        "text-warning": "#754500",
        "text-error": "#8a2828",
        "input-selection-background": "#b5d3dc",
        "input-selection-foreground": "#14191d",
        "button-color-foreground": "#faf8f3",
        "scrollbar": "#c9c4b6",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
    },
)

CONTRAST = Theme(
    name="contrast",
    primary="#6ff0ff",
    secondary="#ffb3ff",
    accent="#ffff5f",
    success="#7dff7d",
    warning="#ffd75f",
    error="#ff9f9f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    variables={
        "block-cursor-background": "#00305c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#303030",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-text-style": "bold",
        "border": "#ffff5f",
        "border-blurred": "#ffffff",
        "text-muted": "#ffffff",
        "text-disabled": "#e0e0e0",
        "text-primary": "#6ff0ff",
        "text-secondary": "#ffb3ff",
        "text-accent": "#ffff5f",
        "text-success": "#7dff7d",
        "text-warning": "#ffd75f",
        "text-error": "#ff9f9f",
        "input-selection-background": "#ffffff",
        "input-selection-foreground": "#000000",
        "button-color-foreground": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "scrollbar-corner-color": "#000000",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)
TITLES = {"dark": "Dark", "light": "Light", "contrast": "High contrast"}
"""How the themes are called in the settings."""


def known(name: str) -> str:
    """Return the theme with this name, or the one to begin with."""
    return name if name in TITLES else DARK.name
