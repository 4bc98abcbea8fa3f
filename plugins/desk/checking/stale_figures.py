"""Figures of an article whose text has been corrected since: those gone, numbers without one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plugins.content.sources import Source
from plugins.desk.checking.findings import Finding
from plugins.model import Block, Figure, FrontMatter
from plugins.site.articles.article_figures import find_again
from plugins.site.articles.derivation import derive_fields
from plugins.site.pages.lost_lines import squeeze
from plugins.site.settings.tables import Tables

#: A number is as it was printed where so many characters before it are, too.
BEFORE = 4
#: So many numbers are told by name.
TOLD = 5


@dataclass(frozen=True)
class Renewal:
    """An article's figures by its text as it is now; which were lost, which are new."""

    figures: tuple[Figure, ...]
    lost: tuple[Figure, ...]
    added: tuple[Figure, ...]


def renew_figures(
    front: FrontMatter, blocks: Sequence[Block], printed: str, tables: Tables
) -> Renewal | None:
    """Return what the figures would be, None where they are left to the text.

    A number that was printed so and has no figure was left out on purpose. Where nothing is
    known of what was `printed`, only paragraphs that lost a figure get new ones. Raises
    TooManyFiguresError.
    """
    if front.figures is None:
        return None
    texts = [block.text for block in blocks]
    found = {figure: find_again(figure, texts) for figure in front.figures}
    kept = [figure for figure in found.values() if figure]
    lost = [figure for figure, place in found.items() if place is None]
    left = front.model_copy(update={"figures": None})
    derived: Sequence[Figure] = derive_fields(left, blocks, tables).fields["figures"]  # type: ignore[assignment] # the fields' own types
    changed = {figure.paragraph for figure in lost}
    added = [
        figure
        for figure in derived
        if not _is_told(figure, kept) and _is_new(figure, texts, printed, changed)
    ]
    ordered = sorted([*kept, *added], key=lambda figure: (figure.paragraph, figure.start))
    return Renewal(tuple(ordered), tuple(lost), tuple(added))


def find_untold_numbers(source: Source, printed: str, tables: Tables) -> list[Finding]:
    """List one warning with the numbers that a correction has brought and no figure tells."""
    renewal = renew_figures(source.front, source.blocks, printed, tables)
    if renewal is None or not renewal.added:
        return []
    names = "、".join(f"“{figure.raw}”" for figure in renewal.added[:TOLD])
    more = f"等 {len(renewal.added)} 个数字" if len(renewal.added) > TOLD else ""
    words = f"正文改成的{names}{more}还不在 figures 里，运行 make annotate FILES={source.path} 补上"
    return [Finding(source.path, 0, "警告", words)]


def _is_told(figure: Figure, kept: Sequence[Figure]) -> bool:
    return any(
        one.paragraph == figure.paragraph and one.start < figure.end and figure.start < one.end
        for one in kept
    )


def _is_new(figure: Figure, texts: Sequence[str], printed: str, changed: Collection[int]) -> bool:
    if not printed:
        return figure.paragraph in changed
    start = max(0, figure.start - BEFORE)
    return squeeze(texts[figure.paragraph][start : figure.end]) not in printed
