"""What the articles are made of, beside real ones: what a build takes is in proportion to it."""

import re
from collections.abc import Sequence
from statistics import mean
from typing import Final, TypeAlias

from rich.table import Table

from benchmarks.build.runs import ROOT
from plugins.model import Block, FrontMatter
from plugins.site.articles.derivation import derive_fields
from plugins.site.settings.tables import load_tables

#: Title, date and body, as an archive has them that was taken from somewhere else.
News: TypeAlias = tuple[FrontMatter, Sequence[Block]]
#: Measured once by this on a sample of 3,876 articles of a national daily of 2019 and 2020.
REAL: Final = {
    "characters": 1408.2,
    "sentences": 29.0,
    "figures": 8.0,
    "places": 10.4,
    "names": 4.2,
}
SAMPLE: Final = 300
_SENTENCE: Final = re.compile("[。！？]")
_PLACE: Final = re.compile("[\u4e00-\u9fff]{2}[省市县区镇乡村]")


def compare_texture(news: Sequence[News]) -> Table:
    """Return a table of what an article has in the mean, beside real ones."""
    table = Table(title="An article in the mean")
    for head in ("", "built here", "real"):
        table.add_column(head, justify="right" if head else "left")
    for name, value in _measure(news[:: max(1, len(news) // SAMPLE)]).items():
        table.add_row(name, f"{value:.1f}", f"{REAL[name]:.1f}")
    return table


def _measure(news: Sequence[News]) -> dict[str, float]:
    tables = load_tables(ROOT / "content" / "data")
    texts = ["\n".join(block.text for block in blocks) for _, blocks in news]
    derived = [derive_fields(front, blocks, tables) for front, blocks in news]
    figures = [one.fields["figures"] for one in derived]
    names = [one.subjects.unshared_names for one in derived]
    return {
        "characters": mean(map(len, texts)),
        "sentences": mean(len(_SENTENCE.findall(text)) for text in texts),
        "figures": mean(len(found) for found in figures if isinstance(found, tuple)),
        "places": mean(len(_PLACE.findall(text)) for text in texts),
        "names": mean(map(len, names)),
    }
