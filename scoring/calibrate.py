"""Calibrates the weights from marked responses: `python -m scoring.calibrate MARKED.jsonl ...`.

`-` reads from standard input. Each label is a logistic regression over the patterns, words and shapes of a
response, solved to the most likely weights under a prior: a pattern of the label itself begins at what its
author says it is worth, all else begins at nothing and has to earn its weight. Style and rating are fitted on
the strengths that the labels get while the response is held out. A row without a rating, as a scenario's
sayings are, teaches labels only, and less: nobody judged it by the codebook. The sentences that stand beside
the patterns teach too, and sayings with their denials, each of the one label that it was written for; these
count more, since a denial is rare in the marked responses and hardly differs from what it denies. Pure Python
and deterministic: the same marks give the same file.

The figures that it prints are for responses it learned from: a regression check, never a result.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib.resources import files
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.authoring import beside_patterns
from scoring.labels import labels_of
from scoring.library import library
from scoring.reading import Reading, read
from scoring.spelling import SHORTEST
from scoring.text import sentences
from scoring.weights import WORTH, Weights, features, parts, patterns, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scoring.verdict import Role

STYLES: Mapping[Role, tuple[str, ...]] = {
    "client": ("assertive", "partial", "passive", "aggressive"),
    "therapist": ("repairing", "partial", "avoiding", "escalating"),
}
LIKELY: Mapping[Role, float] = {"client": 0.42, "therapist": 0.35}
"""The probability from which a label is reported: below even, since most labels do not hold; chosen on fresh
rounds so that precision is no lower than what is found."""
START = -3.0
"""What a label begins with, in logits: most labels do not hold."""
FREE_OWN, FREE_OTHER, FREE_COUNT = 0.6, 0.5, 0.8
FREE_WORD, FREE_NOT, FREE_HEARD, FREE_SHAPE = 0.5, 0.4, 0.3, 0.7
"""How far a weight may move from where it began (one standard deviation of the prior, in logits)."""
FREE_STYLE = 0.4
"""The same, for what a word or pattern says of the style."""
UNJUDGED, SHOWING, DENYING = 0.4, 1.0, 2.0
"""How much a response counts that nobody rated, a saying that was written for its label, and its denial."""
FOLDS = 5
PASSES = 20
SEEN = 3
"""A word has to stand in so many marked responses before it may count."""
SMALLEST = 0.08
"""Weights nearer to nothing are left out of the file, but for what a pattern counts for its own label."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One marked response, read."""

    group: str
    """Responses of one context are held out together."""
    reading: Reading
    labels: frozenset[str]
    disputed: frozenset[str]
    styles: frozenset[str]
    rating: float | None
    """None where only the labels are known."""
    counts: float
    """How much it counts."""


Column = list[tuple[int, float]]


def main(paths: Sequence[str]) -> None:
    """Calibrate from marked files and write the weights of each role."""
    rows = [row for path in paths for line in _lines(path) if line.strip() for row in _rows(json.loads(line))]
    _write_frequent(rows)
    rows += _authored()
    for role in STYLES:
        examples = [_example(row, role) for row in rows if row["role"] == role]
        table = calibrated(examples, role)
        target = Path(__file__).with_name(f"weights_{role}.json")
        target.write_text(_laid_out(table), "utf-8")
        told = f"{len(examples)} responses, {len(table['evidence'])} pieces of evidence"
        print(f"{role}: {told}; {target.name}, {target.stat().st_size // 1024} KB")


def _lines(path: str) -> list[str]:
    return (sys.stdin.read() if path == "-" else Path(path).read_text("utf-8")).splitlines()


def _rows(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A marked response as it is; of a saying with denials each by itself."""
    if "shows" not in row:
        yield row
        return
    for each in _of_one_label(row, row["label"], [row["shows"]], row["lacks"]):
        yield each | {"counts": SHOWING if each["labels"] else DENYING}


def _authored() -> Iterator[dict[str, Any]]:
    """The sentences beside the patterns."""
    patterns = library().patterns
    for name, example in beside_patterns(files("scoring")).items():
        family = patterns[name].family
        if family.role is not None:
            row = {"id": name, "role": family.role, "partner_says": example.heard}
            yield from _of_one_label(row, family.label, example.model, example.never)


def _of_one_label(
    row: Mapping[str, Any], label: str, shows: Iterable[str], lacks: Iterable[str]
) -> Iterator[dict[str, Any]]:
    """Rows of which nobody has said what other labels they show."""
    unknown = [each.name for each in labels_of(row["role"]) if each.name != label]
    known = {key: row[key] for key in ("id", "role", "partner_says")} | {"disputed": unknown}
    yield from (known | {"text": text, "labels": [label]} for text in shows)
    yield from (known | {"text": text, "labels": []} for text in lacks)


def _write_frequent(rows: Sequence[Mapping[str, Any]]) -> None:
    """Count the words of the marked responses, for telling likely typing errors from unlikely ones."""
    seen = Counter(
        word
        for row in rows
        for sentence in sentences(row["text"], library().writing)
        for word in sentence.words
        if word.isalpha() and len(word) >= SHORTEST
    )
    kept = sorted(
        (word for word, times in seen.items() if times >= SEEN), key=lambda word: (-seen[word], word)
    )
    Path(__file__).with_name("words").joinpath("frequent.txt").write_text("\n".join(kept) + "\n", "utf-8")


def _laid_out(table: Mapping[str, Any]) -> str:
    """One piece of evidence a line, so that a change can be read."""
    rest = "".join(
        f" {json.dumps(key)}: {json.dumps(table[key])},\n" for key in ("labels", "style", "rating")
    )
    lines = ",\n".join(
        f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(value)}"
        for key, value in sorted(table["evidence"].items())
    )
    return f'{{\n{rest} "evidence": {{\n{lines}\n }}\n}}\n'


def _example(row: Mapping[str, Any], role: Role) -> Example:
    return Example(
        f"{row['id'].split('-')[0]} {row.get('context', '')}",
        read(row["text"], role, library(), row.get("partner_says", "")),
        frozenset(row["labels"]),
        frozenset(row.get("disputed", ())),
        frozenset(row.get("styles", [row["style"]] if "style" in row else ())),
        float(row["rating"]) if "rating" in row else None,
        row.get("counts", 1.0 if "rating" in row else UNJUDGED),
    )


def calibrated(examples: Sequence[Example], role: Role) -> dict[str, Any]:
    """Return the table of one role: labels, evidence, style and rating."""
    names = [label.name for label in labels_of(role)]
    table = _fitted_labels(examples, role, names)
    judged = [(each, each.rating) for each in examples if each.rating is not None]
    held = _held_out(examples, role, names)
    columns = _columns([dict(parts(held[each], each.reading)) for each, _ in judged])
    table["rating"] = _rounded(_linear(columns, [rating for _, rating in judged]))
    said = _often(
        _columns([{**dict(words(each.reading)), **dict(patterns(each.reading))} for each, _ in judged])
    )
    free = dict.fromkeys(columns, 1.0) | dict.fromkeys(said, FREE_STYLE)
    table["style"] = {
        style: _rounded(
            _logistic(columns | said, [float(style in each.styles) for each, _ in judged], free=free)
        )
        for style in STYLES[role]
    }
    return table


def _held_out(
    examples: Sequence[Example], role: Role, names: Sequence[str]
) -> dict[Example, dict[str, float]]:
    """The strengths that each rated response gets from the others."""
    rated = [each for each in examples if each.rating is not None]
    groups = sorted({each.group for each in rated})
    held: dict[Example, dict[str, float]] = {}
    for fold in range(FOLDS):
        out = frozenset(groups[fold::FOLDS])
        weighed = Weights(_fitted_labels([each for each in examples if each.group not in out], role, names))
        held |= {each: weighed.strengths(each.reading) for each in rated if each.group in out}
    return held


def _fitted_labels(examples: Sequence[Example], role: Role, names: Sequence[str]) -> dict[str, Any]:
    rows = [dict(features(each.reading)) for each in examples]
    evidence: dict[str, dict[str, float]] = defaultdict(dict)
    starts = {}
    for name in names:
        kept = [number for number, each in enumerate(examples) if name not in each.disputed]
        columns = _often(_columns([rows[number] for number in kept]))
        prior = _prior(name, role)
        columns |= {key: [] for key in prior if key not in columns}
        columns["always"] = [(place, 1.0) for place in range(len(kept))]
        truth = [float(name in examples[number].labels) for number in kept]
        counts = [examples[number].counts for number in kept]
        found = _logistic(columns, truth, prior | {"always": START}, _freedom(columns, prior), counts)
        starts[name] = {"start": round(found.pop("always") - log(LIKELY[role] / (1 - LIKELY[role])), 3)}
        for key, weight in found.items():
            if abs(weight) >= SMALLEST or key in prior:
                evidence[key][name] = round(weight, 2)
    return {"labels": starts, "evidence": dict(evidence)}


def _prior(label: str, role: Role) -> dict[str, float]:
    return {
        f"pattern {each.id}": WORTH * each.weight
        for each in library().patterns.values()
        if each.family.label == label and each.family.role in {role, None}
    }


def _freedom(columns: Iterable[str], prior: Mapping[str, float]) -> dict[str, float]:
    kinds = {
        "pattern": FREE_OTHER,
        "patterns": FREE_COUNT,
        "denied": FREE_COUNT,
        "word": FREE_WORD,
        "not": FREE_NOT,
        "heard": FREE_HEARD,
    }
    free = {key: FREE_OWN if key in prior else kinds.get(key.split(" ")[0], FREE_SHAPE) for key in columns}
    free["always"] = 1.0
    return free


def _columns(rows: Sequence[Mapping[str, float]]) -> dict[str, Column]:
    columns: dict[str, Column] = defaultdict(list)
    for number, row in enumerate(rows):
        for key, value in row.items():
            if value:
                columns[key].append((number, value))
    return dict(columns)


def _often(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Leave out the words that stand in few responses."""
    return {
        key: column
        for key, column in columns.items()
        if len(column) >= SEEN or not key.startswith(("word ", "not ", "heard "))
    }


def _logistic(
    columns: Mapping[str, Column],
    truth: Sequence[float],
    prior: Mapping[str, float] | None = None,
    free: Mapping[str, float] | None = None,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """Fit a logistic regression under normal priors, by Newton steps on one weight at a time."""
    prior, free, counts = prior or {}, free or {}, counts or [1.0] * len(truth)
    found = {key: prior.get(key, 0.0) for key in columns}
    totals = [0.0] * len(truth)
    for key, column in columns.items():
        for number, value in column:
            totals[number] += found[key] * value
    order = sorted(columns)
    for _ in range(PASSES):
        for key in order:
            column = columns[key]
            if not column:
                continue
            tight = 1.0 / free.get(key, 1.0) ** 2
            slope = (found[key] - prior.get(key, 0.0)) * tight
            bend = tight
            for number, value in column:
                likely = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, totals[number]))))
                slope += counts[number] * (likely - truth[number]) * value
                bend += counts[number] * likely * (1.0 - likely) * value * value
            step = max(-1.0, min(1.0, -slope / bend))
            found[key] += step
            for number, value in column:
                totals[number] += step * value
    return found


def _linear(columns: Mapping[str, Column], truth: Sequence[float]) -> dict[str, float]:
    """Ridge regression, one weight at a time."""
    found = dict.fromkeys(columns, 0.0)
    rest = list(truth)
    for _ in range(PASSES * 10):
        for key in sorted(columns):
            column = columns[key]
            slope = sum(rest[number] * value for number, value in column) - found[key]
            step = slope / (1.0 + sum(value * value for _, value in column))
            found[key] += step
            for number, value in column:
                rest[number] -= step * value
    return found


def _rounded(table: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 3) for key, value in sorted(table.items()) if abs(value) >= SMALLEST / 2}


if __name__ == "__main__":
    main(sys.argv[1:])
