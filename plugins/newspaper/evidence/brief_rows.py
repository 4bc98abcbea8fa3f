"""Rows of briefs, and of the marks that open them, △ ● ■ ◆ ★, or the items of one list.

The same marks serve newspapers for both, and △ ▲ for captions, too, so that no mark tells by
itself. It tells by the row that it forms: lines with one mark, no more than a paragraph apart.
"""

from collections.abc import Sequence
from itertools import takewhile
from statistics import mean

from plugins.chinese.characters import strip_mark
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.features import Features

#: Lines from one mark of a row to the next at most: a headline, its paragraph, the next headline.
_REACH = 2
#: Briefs are sentences; a shorter line is display type or a list's phrase.
_SENTENCE = 20
#: No name of a column is longer.
LONGEST_NAME = 8
#: No brief is longer, as a row of them shows.
LONGEST_BRIEF = 150
#: What announces a list: …如下。 …以下几项：
_ANNOUNCING = compile_late(r"(?:如下|以下)[^。]{0,12}[。：:]?$|[：:]$")


def list_rows(features: Sequence[Features]) -> list[list[int]]:
    """The rows of marks on a page, a mark alone being a row of one; indices of fragments."""
    rows: dict[str, list[list[int]]] = {}
    for i, feature in enumerate(features):
        if not feature.is_marked:
            continue
        known = rows.setdefault(feature.mark, [])
        if known and i - known[-1][-1] <= _REACH:
            known[-1].append(i)
        else:
            known.append([i])
    return sorted(row for known in rows.values() for row in known)


def weigh_row(features: Sequence[Features], row: Sequence[int]) -> float:
    """How much likelier (nats) a row's marks open briefs than items of the article above.

    A column's heading stands above briefs, a colon above a list. Briefs open as news does, with a
    day, and may name their author at the end. A list's items end with semicolons, are no sentences,
    or all open with the same word; a caption has hardly a comma.
    """
    items = [features[i] for i in row]
    texts = [_find_text(features, i) for i in row]
    score = 2.0 * mean(t.has_lead for t in texts) + 3.0 * mean(t.has_end_credits for t in texts)
    score += 3.0 * mean(t.has_dateline for t in texts)
    score -= 4.0 * mean(not t.closed and t.size < _SENTENCE for t in texts)
    score -= 4.0 * mean(t.text[-1] in "；;" for t in texts)
    score -= 1.5 * mean(not t.commas for t in texts)
    if len(row) > 1:
        opening = [strip_mark(item.text)[:1] for item in items]
        score -= 3.0 * (len(set(opening)) == 1)
    above = features[row[0] - 1] if row[0] else None
    if above is not None:
        score += 5.0 * above.is_column + 1.5 * (not above.closed and above.size <= LONGEST_NAME)
        score -= 8.0 * bool(_ANNOUNCING.search(above.text))
    return score - (3.0 if len(row) == 1 else 1.0)


def _find_text(features: Sequence[Features], i: int) -> Features:
    """The running text that a mark opens: its own line, or that below a marked headline."""
    headline = not features[i].closed and features[i].size < 2 * _SENTENCE
    if headline and i + 1 < len(features) and not features[i + 1].is_marked:
        return features[i + 1]
    return features[i]


def count_briefs(features: Sequence[Features]) -> int:
    """How many briefs in a row these fragments begin with, whatever each is opened by.

    A brief has a headline and one paragraph, or is one paragraph with a mark or a dateline.
    """
    bare = sum(1 for _ in takewhile(_is_bare_brief, features))
    pairs = zip(features[::2], features[1::2], strict=False)
    return max(bare, sum(1 for _ in takewhile(lambda pair: _is_brief(*pair), pairs)))


def _is_bare_brief(text: Features) -> bool:
    return text.closed and text.opens_brief


def _is_brief(headline: Features, text: Features) -> bool:
    short = not headline.closed and headline.size < 2 * _SENTENCE
    return short and text.closed and text.size < LONGEST_BRIEF
