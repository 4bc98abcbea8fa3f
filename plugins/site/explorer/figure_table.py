"""What the explorer's page loads to look through all figures: two scripts that hand over a table.

Scripts and not JSON files, because a page opened from a disk may load a script and fetch nothing.
`figures/table.js` holds a column for each field, one entry a figure, words as numbers of `words`;
`figures/sentences.js`, which only a download needs, the sentences and for each figure its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.model.compact_json import dump_json
from plugins.site.articles.shown_figures import ShownFigure

#: The function that the scripts call; the same as in theme/static/js/figures/table.js.
RECEIVER = "receiveFigures"
TABLE = "figures/table.js"
SENTENCES = "figures/sentences.js"

#: Columns whose entries are words that recur.
_WORDS: Mapping[str, Callable[[ShownFigure], str]] = {
    "indicator": lambda shown: shown.indicator,
    "details": lambda shown: "，".join(shown.details),
    "unit": lambda shown: shown.figure.unit,
    "county": lambda shown: shown.county or "",
    "topics": lambda shown: "|".join(shown.figure.topics),
    "kind": lambda shown: shown.figure.kind or "",
    "year": lambda shown: str(shown.year or ""),
    "nature": lambda shown: shown.figure.nature or "",
    "period": lambda shown: shown.figure.period or "",
}


@dataclass
class _Words:
    """Words by number, in the order of their coming; number 0 is no word."""

    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})

    def number_all(self, words: Iterable[str]) -> list[object]:
        told = list(words)
        for word in dict.fromkeys(told):
            self.numbers.setdefault(word, len(self.numbers))
        return [*map(self.numbers.__getitem__, told)]


def write_tables(figures: Sequence[ShownFigure]) -> dict[str, str]:
    """Return the explorer's scripts by their path below the site's root."""
    return {
        TABLE: _hand_over("table", _make_table(figures)),
        SENTENCES: _hand_over("sentences", _collect_sentences(figures)),
    }


def _make_table(figures: Sequence[ShownFigure]) -> dict[str, object]:
    words = _Words()
    origins = {shown.page: shown.origin for shown in figures}
    places = {page: place for place, page in enumerate(origins)}
    columns: dict[str, list[object]] = {
        name: words.number_all(map(read, figures)) for name, read in _WORDS.items()
    }
    columns["article"] = [places[shown.page] for shown in figures]
    columns["anchor"] = [shown.anchor for shown in figures]
    columns["raw"] = [shown.raw for shown in figures]
    columns["value"] = [shown.number_value for shown in figures]
    articles = [
        [page, one.share_title, one.date_iso or "", one.date_label] for page, one in origins.items()
    ]
    return {"articles": articles, "words": list(words.numbers), "columns": columns}


def _collect_sentences(figures: Sequence[ShownFigure]) -> dict[str, object]:
    words = _Words()
    of_figures = words.number_all(shown.sentence for shown in figures)
    return {"words": list(words.numbers), "sentences": of_figures}


def _hand_over(name: str, table: Mapping[str, object]) -> str:
    text = dump_json(table)
    # These two end a line in scripts of old browsers, and in JSON they do not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'{RECEIVER}("{name}",{text});\n'
