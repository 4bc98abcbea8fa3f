"""How to cite an article: GB/T 7714—2025, BibTeX and RIS."""

import datetime
import re
from typing import NamedTuple

from plugins.chinese.punctuation import widen
from plugins.model import DateEstimate
from plugins.model.date_labels import date_label, estimate_years

#: GB/T 7714: with more than three authors, the first three and 等.
MAX_AUTHORS = 3
BIBTEX_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


class Cited(NamedTuple):
    """What a citation needs to know of an article; `address` is its absolute URL, if any.

    A tuple, for thousands are read at each build: a dataclass with slots is read by Python's code.
    """

    key: str
    title: str
    subtitle: str | None
    authors: tuple[str, ...]
    newspaper: str | None
    date: datetime.date | None
    estimate: DateEstimate | None
    page: int | None
    address: str | None

    @property
    def full_title(self) -> str:
        """The title with its subtitle, marks full-width."""
        return widen(f"{self.title}：{self.subtitle}" if self.subtitle else self.title)


def gbt7714(cited: Cited) -> str:
    """Return the reference in GB/T 7714—2025, in force since 1 July 2026.

    Clause 7: `.` and `[ ]` are half-width, all other marks full-width. A newspaper article is
    `作者. 题名[N]. 报纸名，年-月-日（版次）.`, `[N/OL]` with an address; an estimated year stands
    in brackets. The date of access is the citing reader's own, and is left to them.
    """
    authors = "，".join(cited.authors[:MAX_AUTHORS])
    if len(cited.authors) > MAX_AUTHORS:
        authors += "，等"
    parts = [authors] if authors else []
    parts.append(f"{cited.full_title}[{'N/OL' if cited.address else 'N'}]")
    page = f"（{cited.page}）" if cited.page else ""
    parts.append(f"{cited.newspaper or '[报纸名不详]'}，{_gbt_date(cited)}{page}")
    if cited.address:
        parts.append(cited.address)
    return ". ".join(parts) + "."


def bibtex(cited: Cited) -> str:
    """Return a BibTeX entry.

    @article, as its standard styles have nothing closer to a newspaper; names in braces, so
    that a Chinese name is not cut into first and last (BibTeXing, Oren Patashnik 1988, 2.1, 4).
    """
    fields = {
        "author": " and ".join(f"{{{_bibtex_text(name)}}}" for name in cited.authors),
        "title": f"{{{_bibtex_text(cited.full_title)}}}",
        "journal": _bibtex_text(cited.newspaper or ""),
        "year": _year(cited),
        "month": str(cited.date.month) if cited.date else "",
        "day": str(cited.date.day) if cited.date else "",
        "pages": str(cited.page or ""),
        "url": re.sub(r"[{}\\%]", _percent, cited.address or ""),
        "note": _bibtex_text(_date_note(cited)),
        "langid": "chinese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{cited.key},", *lines, "}"]) + "\n"


def ris(cited: Cited) -> str:
    """Return an RIS record (type NEWS), lines ended by CR LF as its specification asks.

    Tags: Research Information Systems, RIS Format Specifications, 2011.
    """
    rows = [("TY", "NEWS")]
    rows += [("AU", name) for name in cited.authors]
    rows += [
        ("TI", cited.full_title),
        ("T2", cited.newspaper or ""),
        ("PY", str(cited.date.year) if cited.date else ""),
        ("DA", cited.date.strftime("%Y/%m/%d") if cited.date else ""),
        ("SP", str(cited.page or "")),
        ("LA", "zh-CN"),
        ("UR", cited.address or ""),
        ("N1", _date_note(cited)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _gbt_date(cited: Cited) -> str:
    return cited.date.isoformat() if cited.date else _year(cited) or "[日期不详]"


def _year(cited: Cited) -> str:
    if cited.date:
        return str(cited.date.year)
    if cited.estimate is None:
        return ""
    first, last = estimate_years(cited.estimate).split("/")
    return f"[{first}]" if first == last else f"[{first}—{last}]"


def _date_note(cited: Cited) -> str:
    return "" if cited.date else date_label(None, cited.estimate)


def _bibtex_text(text: str) -> str:
    return "".join(BIBTEX_SPECIAL.get(character, character) for character in " ".join(text.split()))


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match.group()):02X}"
