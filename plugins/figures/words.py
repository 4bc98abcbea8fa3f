"""Words with their parts of speech, from jieba's dictionary (tags of ICTCLAS)."""

import logging
from dataclasses import dataclass

import jieba
from jieba.posseg import POSTokenizer

_NOUNS = ("n", "vn", "an", "b", "j", "l", "i", "eng", "s", "q", "nz", "k", "g", "h")
_VERBS = ("v", "vd", "vi")
#: Nouns that jieba's dictionary tags as verbs or adjectives.
_NOUNS_HERE = frozenset(
    "收入 投资 产值 补助 补贴 贷款 产业 困难 特困 贫困 全长 占地 总投资 "
    "村 镇 县 户 组 工资 分红 毛利 工期 支出 规划 农 蚕 参保 诊疗 扶贫".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its tag."""

    text: str
    tag: str

    @property
    def is_noun(self) -> bool:
        """Whether the word can be, or belong to, a noun phrase."""
        return self.tag.startswith(_NOUNS) or self.tag == "a" or self.text in _NOUNS_HERE

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb."""
        return self.tag in _VERBS and self.text not in _NOUNS_HERE

    @property
    def is_action(self) -> bool:
        """Whether the word is a noun that names an action (建设, 培训)."""
        return self.tag == "vn" and self.text not in _NOUNS_HERE


class Tagger:
    """Cuts and tags words with a dictionary of its own, so that no other stage changes it."""

    def __init__(self) -> None:
        jieba.setLogLevel(logging.WARNING)
        self._tokenizer = POSTokenizer(jieba.Tokenizer())

    def tag(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text with their tags."""
        return tuple(Word(pair.word, pair.flag) for pair in self._tokenizer.cut(text))
