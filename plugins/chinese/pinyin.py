"""Addresses for names that have no slug of their own: pinyin, told apart by a digest."""

import hashlib
import re

#: What an address's last part is made of: lower-case words joined by hyphens.
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG = re.compile(SLUG_PATTERN)
WORD = re.compile(r"[a-z0-9]+")
MAX_LENGTH = 60


def pinyin(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens (石泉 is shi-quan), or "".

    As many whole words as have room in MAX_LENGTH.
    """
    # Its tables take longer to load than most commands to run, and few articles need them.
    from pypinyin import lazy_pinyin

    slug = ""
    # pypinyin writes ü as v, which is also how it is typed.
    for word in (word for part in lazy_pinyin(text) for word in WORD.findall(part.lower())):
        if len(slug) + len(word) >= MAX_LENGTH:
            break
        slug += f"-{word}" if slug else word
    return slug


def slugify(text: str) -> str:
    """Return the file name that a title gives: its pinyin, or `page` where it has none."""
    return pinyin(text) or "page"


def name_slug(name: str) -> str:
    """Return a name's slug: pinyin and six digits of the name's sha256.

    Homophones are common (张涛, 张韬), and no address may change when a second one appears; so
    every name carries the digits, not only the later one.
    """
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{pinyin(name)}-{digest}".strip("-")
