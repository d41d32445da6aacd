"""Draws a scenario as a graph: a tree of words, Mermaid, DOT, a page to open or print, and Twee."""

from scenarios.map.graph import Graph, Played, graph_of

__all__ = ["Graph", "Played", "graph_of"]
