"""Phrases around a number: what they name, without the words that say nothing of it."""

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.words import Tagger, Word

LIMIT = 24
#: Adverbs, prepositions, conjunctions and the like begin or end no name of a thing measured.
_EMPTY_TAGS = frozenset(["d", "p", "c", "u", "ud", "uj", "ul", "uv", "uz", "ug", "x", "r", "rr",
                         "rz", "y", "e", "o", "w"])  # fmt: skip
_PLACE = compile_late(r"^[^\W\d_]{2,5}(?:县|区|市|镇|乡|村|街道|省)$")
_COMMON_PLACE = compile_late(
    r"(?:贫困|行政|自然|园|社|城|农|校|小|片|景|牧|库|山|村民|乡)(?:县|区|市|镇|乡|村)$"
)
_BRACKET = compile_late(r"^.*[(（](?=[^)）]*$)")
_LINK_VERB = compile_late(r"(?:控制|维持|保持|稳定|达到|上涨|突破)$")
_REACHES = compile_late(
    r"(?:(?:一下子|全部|已经?|继续|将|也|均|都|就|还|可|约|近|仅|只)*"
    r"(?:高达|多达|达到了?|达|降至|降到|增至|增到|[提跃攀上]?升[至到]|[缩消]?减[至到]|剩下|(?<![行作成])为|(?<![所国公私享拥])有)(?:了|近|约)*|"
    r"一下子|全部|继续|的)+$"
)
_LISTED = compile_late(r"^[一二三四五六七八九十]是")
_FROM = compile_late(r"(?:从|由|以|在|把|将)的?$")
#: 来自97个国家的媒体: no verb of what is counted.
_FROM_WHERE = ("来自", "位于", "属于")
#: The words that a relative clause may have before its 的.
RELATIVE = 9
_CLAUSAL = ("p", "d", "c", "f", "r")
#: So many verbs may stand inside a noun.
_INSIDE = 2
_LINKS = ("、", "和", "及", "与", "的")
#: 规模以上工业: these stand inside a name.
_BOUNDS = ("以上", "以下", "和", "、")
#: The marks that open a name, with those that close it.
OPENING = {"“": "”", "‘": "’", "《": "》"}
#: Adjectives and numerals inside a noun phrase.
_DESCRIBING = ("a", "z", "b", "m", "f", "ng", "vn", "an", "x", "t")
#: 世界最深的海沟: how much of it.
_DEGREES = ("最", "较", "更", "很", "极")
#: Behind these a clause tells what was done, and describes no noun.
TOLD = ("了", "着", "过")
#: A name of no more letters is not long.
_LONG = 12
#: How much there is of something says nothing without it, but names an amount.
MEASURED = compile_late(
    r"(?:数|率|量|面积|比例|比重|总额|价格?|收入|速度|规模|产值|金额|资金|人口|占比|份额|水平|工资|投资|增速)$"
)
_EDGES = "“”‘’()（）、·-—+:： 　\0"


def trim(tagger: Tagger, text: str) -> str:
    """Return a stretch without the links, times, adverbs and places that lead or trail it."""
    text = _LISTED.sub("", text)
    text = _FROM.sub("", _REACHES.sub("", _BRACKET.sub("", text).strip(_EDGES)))
    words = list(tagger.tag(text)) if text else []
    lexicon = tagger.lexicon
    while words and _is_empty(words[-1], lexicon.trail, lexicon.kept):
        words.pop()
    while words and (_is_empty(words[0], lexicon.lead, lexicon.kept) or _is_place(words[0])):
        words.pop(0)
    return _closed(_LINK_VERB.sub("", "".join(word.text for word in words)).strip(_EDGES))


def _closed(text: str) -> str:
    """Close the title marks and brackets that trimming has opened."""
    for opening, closing in ("《》", "“”", "()", "（）"):
        text += closing * (text.count(opening) > text.count(closing))
        text = opening * (text.count(closing) > text.count(opening)) + text
    return text


def _is_empty(word: Word, texts: frozenset[str], kept: frozenset[str]) -> bool:
    return word.text not in kept and (word.text in texts or word.tag in _EMPTY_TAGS)


def _is_place(word: Word) -> bool:
    if word.text.startswith(("新建", "改建", "扩建", "修建", "在建", "共建")):
        return False
    if word.tag == "ns":
        return True
    return bool(_PLACE.match(word.text)) and not _COMMON_PLACE.search(word.text)


def noun_phrase(words: tuple[Word, ...]) -> tuple[str, str]:
    """Split what follows a measure into the noun phrase it counts and the rest.

        phrase   = [relative] nouns {link nouns}
        relative = what does not start with a noun, up to a 的 before a noun
        link     = "、" | "和" | "及" | "与" | "的", between nouns

    涉及喷漆业务的汽修店, 村党员、干部、群众, 全球知名金融机构. "" when there is none.
    """
    start = 1 if words and words[0].text == "之" else _relative_end(words)
    stop = _compound_end(words, _described_end(words, _nouns_end(words, start)))
    if stop == start:
        return "", "".join(word.text for word in words)
    texts = [word.text for word in words]
    return "".join(texts[:stop]), "".join(texts[stop:])


def _relative_end(words: tuple[Word, ...]) -> int:
    """Return where a relative clause before the nouns ends, 0 where there is none."""
    if not words or not (words[0].is_verb or words[0].tag in _CLAUSAL):
        return 0
    for index in range(1, min(len(words) - 1, RELATIVE)):
        after = words[index + 1]
        if words[index].text == "的" and (after.is_noun or modifies(words, index + 1)):
            return index + 1
    # 在沪企业, 驻村工作队: a short modifier without 的.
    is_short = len(words) > 1 and words[1].is_noun and len(words[0].text) <= len(words[1].text)
    return 1 if is_short and (words[0].is_verb or words[0].text in ("在", "驻", "非", "未")) else 0


def _described_end(words: tuple[Word, ...], stop: int) -> int:
    """Return where a noun ends that the words up to `stop` describe with a verb or adjective.

    医学专业毕业的大学生, 疗效确切但价格昂贵的品种; but not 工人修好了村里的路.
    """
    is_listed = False
    for index in range(stop or len(words), min(len(words) - 1, stop + RELATIVE)):
        word = words[index]
        if word.text in TOLD or (word.tag in ("d", "p") and not word.text.startswith(_DEGREES)):
            break
        if word.text == "的" and words[index + 1].is_noun:
            describes = words[index - 1].is_predicate or is_listed
            return _nouns_end(words, index + 1) if describes else stop
        # 稳定消费预期、提振消费信心的措施: verbs with their objects, one beside the other.
        is_listed = is_listed or (word.is_verb and words[index - 1].text == "、")
    return stop


def _compound_end(words: tuple[Word, ...], stop: int) -> int:
    """Return where a noun ends that has verbs inside, since it has one behind it, too.

    脱贫攻坚|挂牌作战工作队|深入基层, but 贫困户|搬迁入住新房.
    """
    at = stop
    while stop and at < len(words) and at - stop < _INSIDE and _acts(words[at]):
        at += 1
    end = _nouns_end(words, at)
    goes_on = end < len(words) and (
        words[end].is_verb or words[end].tag == "d" or words[end].text == "的"
    )
    return end if goes_on and end > at > stop else stop


def _acts(word: Word) -> bool:
    return word.is_verb and len(word.text) > 1


def _quote_end(words: tuple[Word, ...], start: int) -> int:
    """Return where the quotation that starts at this word ends, 0 when it does not."""
    closing = OPENING[words[start].text]
    ends = (n for n in range(start, len(words)) if words[n].text == closing)
    return next(ends, -1) + 1


def modifies(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether the verb at this place describes the noun after it: 搬迁家庭."""
    word = words[index]
    return (
        word.is_verb and len(word.text) > 1 and index + 1 < len(words) and words[index + 1].is_noun
    )


def _nouns_end(words: tuple[Word, ...], start: int) -> int:
    """Return where the nouns that start at this word end, coordinated ones included."""
    index = start
    while index < len(words):
        word = words[index]
        if word.text in OPENING and (quoted := _quote_end(words, index)):
            index = quoted
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        links = word.text in _LINKS and index > start and following is not None
        describes = word.tag in _DESCRIBING and following is not None and following.is_noun
        joins = (
            links and following is not None and (following.is_noun or modifies(words, index + 1))
        )
        follows = index > start and words[index - 1].text in _LINKS
        opens = (follows or index == start > 0) and modifies(words, index)
        if not (word.is_noun or describes or joins or opens):
            break
        index += 1
    while index > start and words[index - 1].text in _LINKS:
        index -= 1
    return index


def verb_tail(tagger: Tagger, text: str) -> str:
    """Return the verbs at the end of a stretch: 新建, 结对帮扶."""
    words = tagger.tag(text)
    start = len(words)
    if words and words[-1].text in _FROM_WHERE:
        return ""
    while start and (words[start - 1].is_verb or words[start - 1].tag in ("vn", "ad", "d")):
        start -= 1
    return "".join(word.text for word in words[start:])


def drop_spender(tagger: Tagger, text: str) -> str:
    """Return what was done with money without who did it: 何明先后投入."""
    is_told = any(word.tag in ("d", "nr", "nt") for word in tagger.tag(text))
    return (verb_tail(tagger, text) if is_told else "") or text


def leading_noun(tagger: Tagger, text: str) -> str:
    """Return the nouns that a clause with a verb of its own begins with, else ""."""
    words = tagger.tag(text)
    stop = 0
    while stop < len(words) and (words[stop].is_noun or (stop and words[stop].text in _BOUNDS)):
        stop += 1
    if stop and words[stop - 1].tag == "nr":
        return ""
    noun = "".join(word.text for word in words[:stop])
    return noun if len(noun) > 1 and stop < len(words) and words[stop].is_verb else ""


def ends_in_noun(tagger: Tagger, text: str) -> bool:
    """Tell whether the last word of a stretch is a noun."""
    words = tagger.tag(text)
    return bool(words) and words[-1].is_noun and not words[-1].is_action


def head_of(tagger: Tagger, text: str) -> str:
    """Return the noun behind the last 的 of a long name, unless it needs what stands before it.

    包括来自呼吸等科室的专家 → 专家, but 土瑶聚居村的贫困发生率.
    """
    head = text.rpartition("的")[2]
    short = len(text) <= _LONG or not 2 <= len(head) < len(text)
    if short or MEASURED.search(head):
        return text
    words = tagger.tag(head)
    return head if all(word.is_noun and not word.is_action for word in words) else text


def shorten(tagger: Tagger, text: str) -> str:
    """Return the last words of a stretch, as many as fit into LIMIT characters."""
    if len(text) <= LIMIT:
        return text
    kept = ""
    for word in reversed(tagger.tag(text[-3 * LIMIT :])):
        if len(kept) + len(word.text) > LIMIT:
            break
        kept = word.text + kept
    return trim(tagger, kept)
