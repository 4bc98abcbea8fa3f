"""Addresses for names that have no slug of their own: pinyin, told apart by a digest."""

from collections.abc import Collection
from functools import lru_cache

from plugins.chinese.expressions import compile_late
from plugins.chinese.name_readings import read_with_names
from plugins.system.digests import hex_digest

#: What an address's last part is made of: lower-case words joined by hyphens.
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG = compile_late(SLUG_PATTERN)
WORD = compile_late(r"[a-z0-9]+")
MAX_LENGTH = 60
#: Names that are asked for again: by slugs, by orders, and by a preview at every save.
_REMEMBERED = 20_000


def pinyin(text: str, names: Collection[str] = ()) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens (石泉 is shi-quan), or "".

    As many whole words as have room in MAX_LENGTH. `names` are people named in it, whose surnames
    are read as such.
    """
    slug = ""
    parts = read_with_names(text, names)
    for word in (word for part in parts for word in WORD.findall(part.lower())):
        if len(slug) + len(word) >= MAX_LENGTH:
            break
        slug += f"-{word}" if slug else word
    return slug


def slugify(text: str, names: Collection[str] = ()) -> str:
    """Return the file name that a title gives: its pinyin, or `page` where it has none."""
    return pinyin(text, names) or "page"


@lru_cache(maxsize=_REMEMBERED)
def read_name(name: str) -> str:
    """Return a name's pinyin, by which names are sorted."""
    return pinyin(name)


def name_slug(name: str) -> str:
    """Return a name's slug: pinyin and six digits of the name's sha256.

    Homophones are common (张涛, 张韬), and no address may change when a second one appears; so
    every name carries the digits, not only the later one.
    """
    digits = hex_digest(name.encode("utf-8", "surrogatepass"), 6)
    return f"{read_name(name)}-{digits}".strip("-")
