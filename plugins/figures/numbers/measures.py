"""The table of measure words: what is counted in what, and what a unit is worth in a base unit.

The table is content/data/measures.csv, which editors may change. Its columns:
词 (as printed), 单位 (the unit it means: 名 → 人), 倍数 (what one of it is worth in that unit),
类别 (kind), 汉字小数 (是: four 个 spelled out may count, 否: too often part of an idiom or a name,
名词: a noun that numbers count directly, as in 7.3万贫困人口, 前置: a noun that gives its unit to a
number with none, as in 资金3.8亿), 基准单位 and 折合 (for comparing: one 亩 is 0.0667 公顷), 不接
(letters that, following, make it another word: 成 before 员; 任何字 stands for any letter).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.tables import read_cells

COLUMNS = ("词", "单位", "倍数", "类别", "汉字小数", "基准单位", "折合", "不接")
NOUN = "名词"
LEADING = "前置"
MODIFIER = "修饰"
#: In the column 不接: whatever letter follows, 个工 is then no day of work (个工位, 个工学类).
ANY_LETTER = "任何字"
#: What may describe a noun: no links, no prepositions, no verbs of change, no measures.
_UNKNOWN = r"[^\W\d_的了和与及到至为减增升降在由从把将对给向余多元人户个或]{1,4}?"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure word. `factor` is in units, `base_factor` in base units for one unit."""

    word: str
    unit: str
    factor: Decimal
    kind: str
    spelled: bool
    base_unit: str
    base_factor: float
    not_before: str
    is_noun: bool


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """All measure words by their printed form, those that are nouns aside.

    `units` has one word of each unit, `leading` the nouns that give a bare number its unit;
    `longest` is the length of the longest measure word.
    """

    words: Mapping[str, Measure]
    units: Mapping[str, Measure]
    counted_noun: re.Pattern[str]
    far_noun: re.Pattern[str]
    leading: Mapping[str, Measure]
    leading_noun: re.Pattern[str]
    noun_starts: frozenset[str]
    longest: int

    def match(self, text: str, at: int) -> tuple[Measure, int] | None:
        """Return the measure word printed at text[at:] and where it ends."""
        for length in range(self.longest, 0, -1):
            measure = self.words.get(text[at : at + length])
            if measure is None or measure.is_noun:
                continue
            if checked := self._checked(measure, text, at + len(measure.word)):
                return checked
        return None

    def match_noun(self, text: str, at: int, is_large: bool) -> tuple[Measure, int] | None:
        """Return the noun counted with no measure word at text[at:] and where it ends.

        Behind a large number, in 万 or 亿, words that the table does not know may come before it.
        """
        match = None
        if text[at : at + 1] in self.noun_starts:
            match = self.counted_noun.match(text, at)
        if match is None and is_large:
            match = self.far_noun.match(text, at)
        return (
            None if match is None else self._checked(self.words[match["word"]], text, match.end())
        )

    @staticmethod
    def _checked(measure: Measure, text: str, end: int) -> tuple[Measure, int] | None:
        """Return the measure, unless what follows makes it another word."""
        follows = text[end : end + 1]
        if follows and (follows in measure.not_before or _bars_any(measure, follows)):
            return None
        if (
            measure.word[-1].isascii()
            and measure.word[-1].isalpha()
            and follows.isascii()
            and (follows.isalnum())
        ):
            return None
        return measure, end

    def convert(self, value: float, unit: str) -> tuple[float, str] | None:
        """Return a value in the base unit in which its kind compares, or None if there is none."""
        measure = self.units.get(unit)
        if measure is None or not measure.base_unit:
            return None
        return value * measure.base_factor, measure.base_unit


def _bars_any(measure: Measure, follows: str) -> bool:
    """Tell whether what follows is a letter, where any makes the measure another word."""
    return measure.not_before == ANY_LETTER and follows.isalpha()


def load_measures(path: Path) -> MeasureTable:
    """Read the table of measure words; raises ContentError."""
    words: dict[str, Measure] = {}
    modifiers: list[str] = []
    leading: dict[str, Measure] = {}
    for line, row in read_cells(path, COLUMNS):
        if row["类别"] == MODIFIER:
            modifiers.append(row["词"])
            continue
        measure = _measure(path, line, row)
        (leading if row["汉字小数"] == LEADING else words)[measure.word] = measure
    units: dict[str, Measure] = {}
    for measure in words.values():
        if measure.factor == 1:
            units.setdefault(measure.unit, measure)
    nouns = [word for word, measure in words.items() if measure.is_noun]
    leading |= {word: words[word] for word in nouns}
    return MeasureTable(
        words=words,
        units=units,
        counted_noun=re.compile(f"(?:{_either(modifiers)}){{0,3}}(?P<word>{_either(nouns)})"),
        far_noun=re.compile(f"{_UNKNOWN}(?P<word>{_either(nouns)})"),
        leading=leading,
        leading_noun=re.compile(_either(list(leading))),
        noun_starts=frozenset(word[0] for word in (*nouns, *modifiers)),
        longest=max((len(word) for word in words), default=0),
    )


def _measure(path: Path, line: int, row: Mapping[str, str]) -> Measure:
    try:
        return Measure(
            row["词"], row["单位"], Decimal(row["倍数"]), row["类别"], row["汉字小数"] == "是",
            row["基准单位"], float(row["折合"] or 1), row["不接"],
            row["汉字小数"] == NOUN,
        )  # fmt: skip
    except (ArithmeticError, ValueError):
        raise ContentError(path, line, "倍数和折合应当是数字，请改正这一行") from None


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
