"""Paragraphs of a raw page that no article has any more: lost while an article was split."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from plugins.content.sources import Source
from plugins.desk.checking.findings import Finding
from plugins.privacy.masks import list_parts_of
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pages.lost_lines import join_runs, list_runs

#: A paragraph is gone where less than this part of its runs stands anywhere.
LEFT = 0.3


def find_dropped(
    edited: Iterable[Source], sources: Sequence[Source], pages: RawPages
) -> Iterator[Finding]:
    """Yield a warning for each edited article with paragraphs that stand in no article.

    Those of their raw page are looked through, and those that came from none. The words are not
    told: whoever took them out may have been asked to.
    """
    made: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        made[source.raw].append(source)
    loose: frozenset[str] = frozenset()
    for source in (one for one in edited if one.raw):
        kept = _list_runs_of(made[source.raw])
        gone = list(_find_gone(source, kept, pages))
        if gone:
            loose = loose or _list_runs_of(made[""])
            gone = list(_find_gone(source, kept | loose, pages))
        if gone:
            words = f"原文第 {join_runs(gone)} 行不在任何文章里：拆分、剪贴时漏了的，请补上"
            remedy = "有意删去的，从 provenance 的 blocks 里删去这几个行号"
            yield Finding(source.path, 0, "警告", f"{words}；{remedy}")


def _find_gone(source: Source, kept: frozenset[str], pages: RawPages) -> Iterator[int]:
    """Yield the numbers of the lines whose paragraphs are gone."""
    provenance, lines = source.front.provenance, pages.lines_of(source)
    for numbers in provenance.blocks if provenance else ():
        own = [n for n in numbers if 0 < n <= len(lines)]
        runs = list_runs("".join(lines[n - 1] for n in own))
        if runs and len(runs & kept) < LEFT * len(runs):
            yield from own


def _list_runs_of(sources: Iterable[Source]) -> frozenset[str]:
    texts = (text for one in sources for text in list_parts_of(one).values())
    return frozenset[str]().union(*map(list_runs, texts))
