"""Precision and recall of figures on labelled passages, field by field, and the worst errors.

Run it as `python -m benchmarks.figures [file …]`; without files it reads the repository's own sets.
`--golden` writes what is extracted of the tuned ones to evaluation/figures/golden.
"""

import sys
from pathlib import Path

from benchmarks.figure_labels import tally_folder
from evaluation.figures.passages import FIELDS, GOLDEN, HELD_BACK, TUNED, read_passages
from evaluation.figures.scores import Score, score_passage, table
from plugins.figures import load_tables


def report(score: Score) -> str:
    """Return the table of a score, and its errors."""
    right = score.right["value"]
    lines = [
        f"value+unit  precision {right / max(1, right + score.extra):.4f}"
        f"  recall {right / max(1, right + score.missed):.4f}  ({right} figures)"
    ]
    lines += [
        f"{name:10}  {score.right[name] / score.total[name]:.4f}  ({score.total[name]})"
        for name in ("bound", "indicator", *FIELDS) if score.total[name]
    ]  # fmt: skip
    return "\n".join(lines)


def main(paths: list[str]) -> None:
    """Print a report for each file of labelled passages, or write the golden tables anew."""
    tables = load_tables(Path(__file__).parent.parent / "content" / "data")
    if paths == ["--golden"]:
        for path in sorted(TUNED.glob("*.txt")):
            (GOLDEN / path.name).write_text(table(path, tables), encoding="utf-8")
        return
    if paths[:1] == ["--labels"]:
        tally_folder(Path(paths[1]), paths[2] if len(paths) > 2 else None)
        return
    own = sorted([*TUNED.glob("*.txt"), *HELD_BACK.glob("*.txt")])
    for path in [Path(p) for p in paths] or own:
        score = Score()
        for passage in read_passages(path):
            score_passage(passage, tables, score)
        sys.stdout.write(f"== {path.name}\n{report(score)}\n")
        sys.stdout.write("".join(f"   {error}\n" for error in score.errors))


if __name__ == "__main__":
    main(sys.argv[1:])
