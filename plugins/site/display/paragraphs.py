"""Paragraphs with addresses of their own, so that pages and readers can lead to one."""

from bs4 import BeautifulSoup, Tag


def paragraph_anchor(block: int) -> str:
    """Return the id of a body block, which is counted from 0 in data and from 1 by readers."""
    return f"p{block + 1}"


def address_block(soup: BeautifulSoup, block: Tag, number: int) -> None:
    """Give a block its id; one that has an id, such as a footnote, keeps it and gets a mark."""
    anchor = paragraph_anchor(number)
    if block.has_attr("id"):
        block.insert(0, soup.new_tag("span", id=anchor))
    else:
        block["id"] = anchor
