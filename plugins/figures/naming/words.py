"""Words with their parts of speech, from jieba's dictionary (tags of ICTCLAS)."""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.chinese.words.dictionary import load_dictionary
from plugins.content.content_error import ContentError
from plugins.content.records import read_text
from plugins.figures.naming.unknown_words import ModelTokenizer

_NOUNS = ("n", "vn", "an", "b", "j", "l", "i", "s", "q", "k", "g", "h", "eng", "a")
_VERBS = ("v", "vd", "vi")
#: One letter behind what is done makes a noun of it: 脱贫户, 出列村, 创业者.
_NOUN_MAKERS = frozenset("户村县乡镇者员率额份")
_MADE_OF = ("v", "vn", "a", "an")
#: Nouns that the dictionary cuts in two.
_PAIRS = frozenset([("占", "比"), *((of, "组织") for of in ("国际", "社会", "党", "世卫", "合作"))])
_LAST = _NOUN_MAKERS.union(last for _, last in _PAIRS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of content/data/figure-words.toml, which editors may change.

    `lead` and `trail` say nothing at the ends of an indicator, `kept` do; `nouns` and
    `verbs` are those that jieba's dictionary tags otherwise.
    """

    lead: frozenset[str]
    trail: frozenset[str]
    kept: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


def load_lexicon(path: Path) -> Lexicon:
    """Read the lexicon; raises ContentError."""
    try:
        lists = tomllib.loads(read_text(path))
        return Lexicon(
            *(
                frozenset(lists[name].split())
                for name in ("lead", "trail", "kept", "nouns", "verbs")
            )
        )
    except tomllib.TOMLDecodeError as error:
        raise ContentError(path, None, f"不是合格的 TOML（{error}），请对照旧版改正") from None
    except KeyError as error:
        raise ContentError(path, None, f"缺少 {error.args[0]} 一项，请补上") from None


class Word(NamedTuple):
    """A word, its tag, and whether the lexicon calls it a noun."""

    text: str
    tag: str
    listed: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether the word can be, or belong to, a noun phrase."""
        return self.listed or self.tag.startswith(_NOUNS)

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb."""
        return not self.listed and self.tag in _VERBS

    @property
    def is_predicate(self) -> bool:
        """Whether the word can describe a noun with a 的 between: 毕业的, 昂贵的."""
        return self.is_verb or self.tag in ("vn", "a", "z", "i")

    @property
    def is_action(self) -> bool:
        """Whether the word is a noun that names an action (建设, 培训)."""
        return not self.listed and self.tag == "vn"

    @property
    def opens_noun_phrase(self) -> bool:
        """Whether a noun phrase can start with this word, so that a number counts it."""
        return self.is_noun and not self.is_action and (self.listed or self.tag != "a")


class Tagger:
    """Cuts and tags words with a dictionary of its own, so that no other stage changes it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        #: The words of a text with their tags; the same stretch is asked for several times.
        self.tag = lru_cache(maxsize=1000)(self._tag)
        self._make_word = lru_cache(maxsize=20_000)(self._make_newly)

    @cached_property
    def _tokenizer(self) -> ModelTokenizer:
        """Made by the first who asks: its dictionary takes longer to load than most commands."""
        return ModelTokenizer(load_dictionary())

    def tag_first(self, text: str) -> Word | None:
        """Return a text's first word by itself; the others need not be known."""
        return next((self._make_word(*tagged) for tagged in self._tokenizer.cut(text)), None)

    def _tag(self, text: str) -> tuple[Word, ...]:
        words: list[Word] = []
        for part, tag in self._tokenizer.cut(text):
            if part in _LAST and words and _makes_noun(words[-1], part):
                words[-1] = Word(words[-1].text + part, "n", listed=True)
            else:
                words.append(self._make_word(part, tag))
        return tuple(words)

    def _make_newly(self, text: str, tag: str) -> Word:
        lexicon = self.lexicon
        return Word(text, "v" if text in lexicon.verbs else tag, text in lexicon.nouns)


def _makes_noun(before: Word, last: str) -> bool:
    """Tell whether two words are one noun: 脱贫 and 户."""
    made = last in _NOUN_MAKERS and before.tag in _MADE_OF and len(before.text) > 1
    return made or (before.text, last) in _PAIRS
