"""A thousand damaged pages, and not one character of them lost (a few in `make test`)."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from evaluation.pages.damage import MODES, Mode, sample_page
from evaluation.pages.scars import ENCODINGS, encode_page, scar_text
from evaluation.pages.stories import own_stories
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.desk.conversion.page_errand import read_tables
from tests.amounts import choose
from tests.desk.conversion.test_manuscripts import check_manuscript
from tests.newspaper.accounting import check_page, squeezed

pytestmark = pytest.mark.stress

#: Pages of each of the four ways to lay a page out badly, and of each mode with scars.
PAGES = choose(2, 250)
SCARRED = choose(2, 100)
DAMAGED: tuple[Mode, ...] = tuple(mode for mode in MODES if mode != "clean")
#: What turns text around, by Unicode's bidirectional classes.
DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def print_lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text without what prints nothing: not as the converter does it."""
    lines = re.split("\r\n|[\r\n\v\f\x85\u2028\u2029]", text)
    return tuple("".join(map(print_character, line)) for line in lines)


def print_character(character: str) -> str:
    """Give what a character prints as: a control character as a blank, what turns text as none."""
    if unicodedata.bidirectional(character) in DIRECTIONS or character in "\ufeff\ufffe\uffff":
        return ""
    control = unicodedata.category(character) == "Cc" and character != "\t"
    return " " if control else character


def check_file(raw: Path, lines: tuple[str, ...]) -> int:
    """Assert that articles, furniture and rest hold all lines, and files all of the articles."""
    page = convert(raw, Issue(), read_tables())
    check_page(page.page, lines)
    for manuscript in page.manuscripts:
        check_manuscript(manuscript)
    return sum(len(squeezed(line)) for line in lines)


@pytest.mark.parametrize("mode", DAMAGED)
def test_damaged_pages_lose_nothing(
    mode: Mode, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """However a page is laid out, all its characters reach an article's file or the report."""
    raw, characters = tmp_path / "页.txt", 0
    for seed in range(200, 200 + PAGES):
        text = sample_page(own_stories(), mode, seed).text
        raw.write_text(text, "utf-8")
        characters += check_file(raw, tuple(text.split("\n")))
    record_property("pages", PAGES)
    record_property("characters", characters)


@pytest.mark.parametrize("mode", MODES)
def test_scarred_pages_lose_nothing(
    mode: Mode, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Nor is any lost of a page whose text was cut, mixed, strewn and saved in any encoding."""
    raw, characters = tmp_path / "页.txt", 0
    for seed in range(SCARRED):
        random = Random(f"{mode}/{seed}")  # noqa: S311 - repeatable scars, not secrets
        text = scar_text(sample_page(own_stories(), mode, seed).text, random)
        if not text.strip():
            continue
        raw.write_bytes(encode_page(text, random.choice(ENCODINGS)))
        characters += check_file(raw, print_lines(text))
    record_property("pages", SCARRED)
    record_property("characters", characters)
