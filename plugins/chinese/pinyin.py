"""Addresses for names that have no slug of their own: pinyin, told apart by a digest."""

import hashlib
import re

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORD = re.compile(r"[a-z0-9]+")
MAX_LENGTH = 60


def list_syllables(text: str) -> list[str]:
    """Return `text` as lower-case ASCII words: Chinese characters become pinyin."""
    # Its tables take longer to load than most commands to run, and few articles need them.
    from pypinyin import lazy_pinyin

    # pypinyin writes ü as v, which is also how it is typed.
    return [word for part in lazy_pinyin(text) for word in WORD.findall(part.lower())]


def pinyin(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens (石泉 is shi-quan), or ""."""
    return "-".join(list_syllables(text))[:MAX_LENGTH].strip("-")


def name_slug(name: str) -> str:
    """Return a name's slug: pinyin and six digits of the name's sha256.

    Homophones are common (张涛, 张韬), and no address may change when a second one appears; so
    every name carries the digits, not only the later one.
    """
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{pinyin(name)}-{digest}".strip("-")
