"""Hand-made pages, each with a layout of its own, against their hand-made truth."""

import json
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from evaluation.pages.printed_page import Truth
from evaluation.pages.recovery import page_report
from plugins.newspaper import convert_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
ENCODINGS = {"08-gb18030": "gb18030", "09-utf-16-bom": "utf-16", "10-utf-8-bom": "utf-8-sig"}
#: What no evidence on these pages settles yet; each must be taken from here once it is.
NOT_UNDERSTOOD = {
    "26-continued-from": "a tail of another page's article reads on where this page's breaks off",
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_understood(path: Path, request: pytest.FixtureRequest) -> None:
    """Every headline, byline, author, block and line number of the page is as its truth says."""
    if reason := NOT_UNDERSTOOD.get(path.stem):
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))
    report = page_report(convert_page(path.read_bytes(), path.name))
    expected, found = readable(read_truth(path)), readable(report)
    assert found == expected, "\n".join(
        unified_diff(expected, found, "truth", "found", lineterm="")
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_truth_is_lossless(path: Path) -> None:
    """Every non-blank raw line is in exactly one place of the truth, and its text is the line's."""
    lines = read_text(path).splitlines()
    places = list(placed_lines(read_truth(path)))
    assert Counter(n for n, _ in places) == Counter(n for n, s in enumerate(lines, 1) if s.strip())
    for truth in read_truth(path)["articles"]:
        for block in truth["body"]:
            pieces = "".join(lines[n - 1].strip() for n in block["source_lines"])
            assert pieces == block["text"]
    assert all(text is None or text == lines[n - 1].strip() for n, text in places)


def read_truth(path: Path) -> Truth:
    """Read the page's labelled truth."""
    truth: Truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return truth


def read_text(path: Path) -> str:
    """Read the page in its known encoding."""
    return path.read_bytes().decode(ENCODINGS.get(path.stem, "utf-8"))


def placed_lines(truth: Truth) -> Iterator[tuple[int, str | None]]:
    """List each line number of the truth with its text where the truth gives one."""
    for article in truth["articles"]:
        yield from ((n, None) for numbers in article["lines"].values() for n in numbers)
        yield from ((n, None) for block in article["body"] for n in block["source_lines"])
    yield from ((place["line"], place["text"]) for place in truth["furniture"])
    yield from ((place["line"], place["text"]) for place in truth["unassigned"])


def readable(report: Truth) -> list[str]:
    """Print a page's articles for comparison.

    Blanks in titles do not count. Captions do not either: an editor may leave a caption with the
    page's furniture.
    """
    lines: list[str] = []
    for article in report["articles"]:
        heads = article["lines"]
        lines.append(f"题 {heads['title']} {_squeezed(article['title'])}")
        lines.append(f"引题 {heads['kicker']} {_squeezed(article['kicker'])}")
        lines.append(f"副题 {heads['subtitle']} {_squeezed(article['subtitle'])}")
        lines.append(f"栏目 {_squeezed(article['column'])}")
        names = " ".join(author["name"] for author in article["authors"])
        lines.append(f"署名 {sorted(heads['byline'])} {names}")
        lines.extend(
            f"{block['type']} {block['source_lines']} {block['text']}"
            for block in article["body"]
            if block["type"] != "caption"
        )
    lines.extend(f"未归 {place['line']} {place['text']}" for place in report["unassigned"])
    return lines


def _squeezed(text: str | None) -> str:
    return "".join((text or "").split())
