"""The splitter that the converter must beat: it knows short lines and stops, nothing else."""

from evaluation.pages.printed_page import Truth

STOPS = "。！？!?…”’；;：:）)』」"
LONGEST_HEADLINE = 30
"""Characters; a longer line is body even without a stop."""


def split_naively(text: str) -> Truth:
    """Articles by two rules: a short line without a stop is a headline; other lines are body.

    A line of body without a stop at its end is joined to the next.
    """
    articles: list[Truth] = []
    for line in (raw.strip() for raw in text.splitlines()):
        if not line:
            continue
        if len(line) <= LONGEST_HEADLINE and line[-1] not in STOPS:
            articles.append({"title": line, "body": []})
            continue
        if not articles:
            articles.append({"title": "", "body": []})
        _add_body(articles[-1]["body"], line)
    return {"articles": articles, "furniture": [], "unassigned": []}


def _add_body(body: list[Truth], line: str) -> None:
    if body and body[-1]["text"][-1] not in STOPS:
        body[-1]["text"] += line
    else:
        body.append({"type": "paragraph", "text": line})
