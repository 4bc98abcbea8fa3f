"""Names of Mongols, Tibetans and Uighurs without dot, known by what they end with."""

from collections.abc import Iterator

from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.tables.people_tables import NameTables
from plugins.subjects.tables.words import Words

#: What names of Mongols, Tibetans and Uighurs end with: 呼和|巴特尔, 吉吾|才让, 扎西|多吉.
NATIVE = compile_late(
    r"(?:呼和)?(?:(?:巴特尔|巴图|其其格|格日勒|图雅|巴雅尔|扎西|卓玛|次仁|多吉|旺堆|央金|央宗|才让|平措"
    r"|顿珠|拉姆|曲珍|措姆|古丽|江措|加措|尼玛)(?![县镇乡村州]))+"
)
#: What stands before it: so many characters that translators write.
NATIVE_HEAD = range(2, 5)
#: No such end is longer; what is, is of two and a whole name: 扎西|多吉.
LONGEST_END = 3


def find_native_names(text: str, tables: NameTables) -> Iterator[tuple[int, int]]:
    """Yield where what ends as native names do stands, with the names' characters before it."""
    for native in NATIVE.finditer(text):
        start = native.start()
        while start and text[start - 1] in tables.foreign:
            start -= 1
        yield start, native.end()


def begins_with_verb(text: str, start: int, words: Words) -> bool:
    """Whether the title's bearer does something to somebody: 校长|扶|次仁多吉, 教师|拉|卓玛."""
    is_verb = words.tag(text[start : start + 1]).startswith("v")
    return is_verb and NATIVE.match(text, start + 1) is not None


def find_native_end(passage: Passage, start: int, tables: NameTables, words: Words) -> int | None:
    """Return the end of a name of Mongols, Tibetans or Uighurs: 桑吉|卓玛, no verb before one."""
    text = passage.text
    whole = NATIVE.match(text, start)
    if whole and whole.end() - start > LONGEST_END:
        return whole.end()
    for first in (start + size for size in NATIVE_HEAD):
        native = NATIVE.match(text, first)
        if native:
            is_name = tables.foreign.issuperset(text[start:first])
            is_name = is_name and not _has_deeds(passage, start, first, words)
            return native.end() if is_name else None
    return None


def _has_deeds(passage: Passage, start: int, end: int, words: Words) -> bool:
    """Whether verbs, prepositions or adverbs stand in a head; its nouns are names: 贡布|才让."""
    return any(
        len(word) > 1 and words.tag(word).startswith(("v", "p", "d"))
        for _, word in passage.words_between(start, end)
    )
