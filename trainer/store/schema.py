"""The tables, and the number that says which version of them a file has."""

from __future__ import annotations

VERSION = 2
APPLICATION = 0x53504B55
"""“SPKU”: marks a file as ours."""

TABLES = """
CREATE TABLE sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    role TEXT NOT NULL,
    began TEXT NOT NULL,
    changed TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open',
    moments INTEGER NOT NULL DEFAULT 1,
    scene TEXT NOT NULL DEFAULT '',
    ending TEXT NOT NULL DEFAULT ''
);
CREATE TABLE events (
    session INTEGER NOT NULL REFERENCES sessions(number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (session, place)
) WITHOUT ROWID;
CREATE TABLE drafts (
    session INTEGER PRIMARY KEY REFERENCES sessions(number) ON DELETE CASCADE,
    text TEXT NOT NULL
);
CREATE TABLE contests (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL,
    at TEXT NOT NULL,
    scenario TEXT NOT NULL,
    scene TEXT NOT NULL,
    partner_says TEXT NOT NULL,
    text TEXT NOT NULL,
    reading TEXT NOT NULL,
    found TEXT NOT NULL,
    meant TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE INDEX sessions_by_change ON sessions(changed);
"""

DRILLS = """
CREATE TABLE drill_lines (
    drill TEXT NOT NULL,
    line TEXT NOT NULL,
    level INTEGER NOT NULL,
    last INTEGER NOT NULL,
    rung INTEGER NOT NULL,
    due INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (drill, line)
) WITHOUT ROWID;
"""
STEPS = (TABLES, DRILLS)
"""What makes each version out of the one before; the first makes version 1 out of an empty file."""
