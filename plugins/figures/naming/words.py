"""Words with their parts of speech, from jieba's dictionary (tags of ICTCLAS)."""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from plugins.chinese.words.dictionary import load_dictionary
from plugins.figures.naming.unknown_words import ModelTokenizer

_NOUNS = ("n", "vn", "an", "b", "j", "l", "i", "s", "q", "k", "g", "h", "eng", "a")
_VERBS = ("v", "vd", "vi")


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
    """Read the lexicon; raises ValueError that names the file and what is missing or broken."""
    try:
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
        return Lexicon(
            *(
                frozenset(lists[name].split())
                for name in ("lead", "trail", "kept", "nouns", "verbs")
            )
        )
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}：不是合格的 TOML（{error}），请对照旧版改正") from error
    except KeyError as error:
        raise ValueError(f"{path}：缺少 {error.args[0]} 一项，请补上") from error


@dataclass(frozen=True, slots=True)
class Word:
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

    @cached_property
    def _tokenizer(self) -> ModelTokenizer:
        """Made by the first who asks: its dictionary takes longer to load than most commands."""
        return ModelTokenizer(load_dictionary())

    def _tag(self, text: str) -> tuple[Word, ...]:
        nouns, verbs = self.lexicon.nouns, self.lexicon.verbs
        return tuple(
            Word(word, "v" if word in verbs else tag, word in nouns)
            for word, tag in self._tokenizer.cut(text)
        )
