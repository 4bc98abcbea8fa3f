"""An article's figures: what its editor wrote, and what the text says where that is left out."""

from collections.abc import Collection, Iterable, Sequence

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError, raise_together
from plugins.content.sources import Source, field_error
from plugins.figures import TooManyFiguresError
from plugins.model import Figure
from plugins.site.articles.derivation import derive_figures
from plugins.site.articles.figure_topics import add_topics
from plugins.site.settings.tables import Tables

NUMERAL = compile_late(r"[\d.〇零一二三四五六七八九十百千万亿]")


def settle_figures(
    source: Source,
    counties: Iterable[str],
    towns: Iterable[str],
    topics: Collection[str],
    tables: Tables,
) -> tuple[Figure, ...]:
    """Return an article's figures, each at its place in the body as it reads now, with its topics.

    Raises ContentError where a figure that the front matter has is no longer in the body, or the
    body has more than any article.
    """
    if source.front.figures is not None:
        figures = _find_written(source, source.front.figures)
    else:
        date = source.front.date
        try:
            figures = derive_figures(source.blocks, counties, towns, date, tables)
        except TooManyFiguresError as error:
            raise ContentError(source.path, None, str(error)) from None
    return add_topics(figures, source.blocks, tables.subjects.topic_terms, topics)


def _find_written(source: Source, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    texts = [block.text for block in source.blocks]
    found = [find_again(figure, texts) for figure in figures]
    lost = [(n, figure) for n, figure in enumerate(figures) if found[n] is None]
    raise_together([field_error(source, ("figures", n), _explain_loss(f)) for n, f in lost])
    return tuple(filter(None, found))


def _explain_loss(figure: Figure) -> str:
    remedy = "请照正文改正 raw，或删去这一条；删去整个 figures，数字会重新从正文得出"
    return f"正文里已没有“{figure.raw}”，{remedy}"


def find_again(figure: Figure, texts: Sequence[str]) -> Figure | None:
    """Return a figure where it stands, or where its words stand nearest to that by now."""
    n, size = figure.paragraph, len(figure.raw)
    if n < len(texts) and texts[n][figure.start : figure.end] == figure.raw:
        return figure
    spots = [
        (abs(paragraph - n), abs(start - figure.start), paragraph, start)
        for paragraph, text in enumerate(texts)
        for start in _find_all(text, figure.raw)
    ]
    if not spots:
        return None
    _, _, paragraph, start = min(spots)
    return figure.model_copy(update={"paragraph": paragraph, "start": start, "end": start + size})


def _find_all(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while words and at >= 0:
        # 32户 is not what stands in 132户.
        if not (NUMERAL.match(words) and NUMERAL.match(text, max(0, at - 1), at)):
            yield at
        at = text.find(words, at + 1)
