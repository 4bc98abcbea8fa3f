"""What makes a string a person's name, learned from labelled articles: the weights of people.names.

Run it as `python -m benchmarks.names LABELLED HELD_OUT CORPUS`. The first two are JSON lists of
{title, body: [paragraphs], names: [everybody named], skip: [strings to leave out of account]}, the
last is a list of {body}; all stay outside the repository. It prints how the weights do on HELD_OUT
and writes them to plugins/subjects/tables/name_weights.json with digests of what they came from.
"""

import hashlib
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.model import Block
from plugins.subjects import SubjectTables, load_tables
from plugins.subjects.mentions.passages import Passage, cut_article
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.name_evidence import (
    SETTINGS,
    find_setting,
    gather_evidence,
)
from plugins.subjects.people.names import find_candidates
from plugins.subjects.people.roles import find_titles
from plugins.subjects.tables.name_features import FEATURES
from plugins.subjects.tables.people_tables import WEIGHTS

Floats = NDArray[np.float64]
DATA = Path("content/data")
#: What is added to each character's count, so that none is impossible.
SMOOTHING = 0.5
#: So many characters may be part of a surname or of a given name.
SURNAMES, GIVEN = 600, 3500
#: A surname of two characters is no chance of newspaper text: these log odds stand for all.
COMPOUND = 5.0
#: A character rarer than this in the corpus has no odds of its own.
RAREST = 60
#: Strength of the ridge that keeps weights small (inverse variance of a normal prior).
RIDGE = 1.0
STEPS = 60
#: A candidate counts as found from even odds on.
FOUND = 0.0


@dataclass(frozen=True)
class Candidate:
    """A string that may be a name: its evidence, where it stands, and whether it is one."""

    setting: str
    evidence: list[float]
    is_name: bool
    words: str


def main(labelled: str, held_out: str, corpus: str) -> None:
    """Learn the weights, measure and write them."""
    files = [Path(name) for name in (labelled, held_out, corpus)]
    labels, kept_back, articles = (json.loads(file.read_text("utf-8")) for file in files)
    tables = load_tables(DATA)
    names = [name for article in labels for name in article["names"]]
    surnames, given = learn_characters([*names, *collect_names(articles, tables)], articles, tables)
    write({"surnames": surnames, "given": given, "weights": blank_weights(), "trained": {}})
    tables = load_tables(DATA)
    weights = {
        setting: fit([c for c in list_candidates(labels, tables) if c.setting == setting])
        for setting in SETTINGS
    }
    scores = measure(list_candidates(kept_back, tables), weights)
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    trained = {"command": "python -m benchmarks.names", "data": digests, "held out": scores}
    rows = {s: dict(zip(FEATURES, w.round(3).tolist(), strict=True)) for s, w in weights.items()}
    write({"surnames": surnames, "given": given, "weights": rows, "trained": trained})


def blank_weights() -> dict[str, dict[str, float]]:
    """Return weights that say nothing."""
    return {setting: dict.fromkeys(FEATURES, 0.0) for setting in SETTINGS}


def write(learned: Mapping[str, Any]) -> None:
    """Write the table of weights, one entry a line."""
    WEIGHTS.write_text(json.dumps(learned, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def collect_names(articles: Iterable[Mapping[str, Any]], tables: SubjectTables) -> set[str]:
    """Return the names that stand between a title and speech, or in a reporter's line."""
    single = "".join(sorted(tables.people.names.single))
    titles, name = tables.people.title.pattern, f"[{single}][一-龥]{{1,2}}"
    spoken = re.compile(
        rf"(?:{titles})({name})(?=说[，：。]|表示[，：]|介绍|告诉记者|坦言|指出[，：])"
    )
    signed = re.compile(r"(?:记者|作者|通讯员)[:：]?([一-龥、　 ]{2,60})[）)]")
    found: set[str] = set()
    for article in articles:
        text = "\n".join(article["body"])
        found.update(spoken.findall(text))
        parts = (part for line in signed.findall(text) for part in re.split("[、　 ]+", line))
        found.update(part for part in parts if re.fullmatch(name, part))
    return found


def learn_characters(
    names: Iterable[str], articles: Iterable[Mapping[str, Any]], tables: SubjectTables
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the log odds of characters as surnames and in given names, against all text."""
    text = Counter(c for article in articles for line in article["body"] for c in line)
    people = tables.people.names
    surnames, given = Counter[str](), Counter[str]()
    for name in sorted({name for name in names if re.fullmatch("[一-龥]{2,4}", name)}):
        size = 2 if name[:2] in people.compound and len(name) > 2 else 1
        surnames[name[:size]] += 1
        given.update(name[size:])
    han = {c: n for c, n in text.items() if "一" <= c <= "龥"}
    whole = sum(han.values())

    def odds(count: int, among: int, kinds: int, character: str) -> float:
        rate = (count + SMOOTHING) / (among + SMOOTHING * kinds)
        usual = (han.get(character, 0) + 5) / (whole + 5 * len(han))
        return round(math.log(rate / usual), 2)

    family = {c: odds(surnames[c], surnames.total(), SURNAMES, c) for c in sorted(people.single)}
    family |= dict.fromkeys(sorted(people.compound), COMPOUND)
    told = sorted(c for c in han if given[c] or han[c] > RAREST)
    return family, {c: odds(given[c], given.total(), GIVEN, c) for c in told}


def list_candidates(
    articles: Iterable[Mapping[str, Any]], tables: SubjectTables
) -> Iterator[Candidate]:
    """Yield every string of labelled articles that may be a name."""
    for article in articles:
        blocks = [Block("paragraph", text) for text in article["body"]]
        passages = cut_article(article["title"], None, blocks, tables.words)
        whole = "\n".join(passage.text for passage in passages)
        context = NameContext(whole, tables.vocabulary)
        names, skip = set(article["names"]), set(article["skip"])
        for passage in passages:
            for candidate in _list_of_passage(passage, context, tables, names):
                if candidate.words not in skip:
                    yield candidate


def _list_of_passage(
    passage: Passage, context: NameContext, tables: SubjectTables, names: set[str]
) -> Iterator[Candidate]:
    titles = find_titles(passage, tables.vocabulary)
    for start, end, surname in find_candidates(passage, titles, tables.vocabulary):
        words = passage.text[start:end]
        evidence = gather_evidence(passage, start, end, surname, titles, context)
        setting = find_setting(passage.text, start, titles)
        yield Candidate(setting, evidence, words in names, words)


def fit(candidates: Sequence[Candidate]) -> Floats:
    """Return the weights of a logistic regression with a ridge, by Newton's steps."""
    evidence = np.array([candidate.evidence for candidate in candidates])
    truth = np.array([float(candidate.is_name) for candidate in candidates])
    ridge = np.eye(len(FEATURES)) * RIDGE
    ridge[0, 0] = 1e-6
    weights = np.zeros(len(FEATURES))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(evidence @ weights, -40, 40)))
        slope = evidence.T @ (sure - truth) + ridge @ weights
        bend = (evidence * (sure * (1 - sure))[:, None]).T @ evidence + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def measure(
    candidates: Iterable[Candidate], weights: Mapping[str, Floats]
) -> dict[str, dict[str, float]]:
    """Return precision and recall over candidates, setting by setting, and the worst errors."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for candidate in candidates:
        odds = float(np.dot(candidate.evidence, weights[candidate.setting]))
        is_right = (odds > FOUND) == candidate.is_name
        kind = f"{'right' if is_right else 'wrong'} {'name' if candidate.is_name else 'word'}"
        counts[candidate.setting][kind] += 1
        if not is_right and abs(odds) > 2:
            print(f"{odds:6.1f} {candidate.setting} {candidate.words}")
    scores = {}
    for setting, count in sorted(counts.items()):
        right = count["right name"]
        scores[setting] = {
            "names": right + count["wrong name"],
            "precision": round(right / max(1, right + count["wrong word"]), 3),
            "recall": round(right / max(1, right + count["wrong name"]), 3),
        }
    print(json.dumps(scores, indent=1))
    return scores


if __name__ == "__main__":
    main(*sys.argv[1:4])
