"""What of an article may travel in share cards, feeds and search results.

An archive of poverty reporting names people in hardship. Their names, illnesses and household
incomes stay in the article and never become its advertisement. So a summary is made of the
article's opening sentences, as far as they are safe; an article without any has none.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from plugins.chinese.datelines import find_dateline_end
from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.model import Block

MAX_CHARACTERS = 120
#: A summary of fewer characters says nothing.
MIN_CHARACTERS = 15
#: Later paragraphs do not tell what the article is about.
MAX_PARAGRAPHS = 4
#: Who wrote the article, behind the dateline.
CREDITS = compile_late(r"\s*[(（][^()（）]{0,60}[)）]\s*(?=\S)")
SENTENCE = compile_late(r"[^。！？!?]+(?:[。！？!?]+[”』」）)]*|$)")
#: Somebody is ill, suffers, is hurt, is disabled, is treated, or has died or lost somebody.
ILLNESS = compile_late(
    r"患(?:上|有|病|者|了)|(?<![隐水祸后忧匪虫鼠无防医])(?<!患得|忧外)患(?!得患|难)"
    r"|后患(?![无的及])(?=[\u4e00-\u9fff])|(?<!防)病(?![虫害株媒])|病情|癌|瘤|艾滋|感染者|流产"
    r"|(?<!心)疼(?!爱)|剧痛|骤停|抽搐|昏迷|晕倒|中风|卧床"
    r"|车祸|受伤|摔伤|骨折|截肢"
    r"|残疾|残障|致残|瘫|失明|失聪|聋哑|智障|精神障碍|自闭症|先天性|侏儒|轮椅|丧失劳动能力"
    r"|住院|手术|治疗|确诊|诊断|透析|化疗|医药费|吃药"
    r"|去世|逝世|身亡|离世|自杀|丧偶|孤儿"
)
#: Who belongs to somebody's family.
KIN = (
    "妻子|丈夫|老伴|爱人|父母|父亲|母亲|爸爸|妈妈|儿子|女儿|儿媳|媳妇|爷爷|奶奶|孙子|孙女"
    "|哥哥|弟弟|姐姐|妹妹|嫂子|弟媳|姐夫|妹夫|女婿|岳父|岳母|公公|婆婆|祖父|祖母|外公|外婆|姥姥|姥爷"
    "|叔叔|婶婶|婶子|伯伯|伯父|伯母|姑姑|姑妈|舅舅|舅妈|姨妈|姨母|侄子|侄女|外甥|外孙"
)
HOUSEHOLD = compile_late(
    r"[他她我自全一咱俺]家|家里|家中|家庭|家人|口之家|口人|自己|本人|人家|两口|夫妻|夫妇"
    r"|俩|仨|父子|父女|母子(?!保健|健康|公司)|母女|爷孙|祖孙|婆媳"
    r"|(?<!其)[他她](?!们)[^，。；：！？“”]{0,6}(?:打工|务工|低保|欠|挣|赚)"
    rf"|{KIN}|老汉|大爷|大妈|大娘|大叔|大婶|老人"
)
#: Somebody speaks of what is his or her own: “我今年……”.
SPEAKER = compile_late(r"“[^“”]*[我俺咱](?![国省市县区镇乡村州军党])")
MONEY = compile_late(r"元|块钱|[\d十百千万多]块(?![地田])|收入|分红|工资|欠|债|贷")
#: One child, or somebody's age: who is told of so is one person and may be known by it.
ONE_PERSON = compile_late(
    r"\d多?岁|[一二三四五六七八九十]岁|(?:这个|那个|一[个名位]|小)(?:女孩|男孩|孩子|女童|男童)"
    r"|(?:幼儿园|[一二三四五六]年级|小学|初中|高中)(?:的)?(?:学生|女生|男生|孩子)[\u4e00-\u9fff]{2,3}[，说]"
)
#: A household by its poverty: 我们家脱了贫, 一家四口摘掉了贫困帽.
POOR_HOUSEHOLD = compile_late(
    r"(?:[我俺咱他她]们?一?家|[自全]家|家[里中]|一家[一二两三四五六七八九十]?口|口之家)"
    r"(?![乡园国])[^。！？!?]{0,12}(?:脱了?贫|贫困(?!地区|[县村乡镇面])|低保|特困|五保|穷帽)"
)
#: Words that begin as what somebody is called: some may be that, too, where they speak.
_NOBODY = (
    r"小学|老师|(?:小[说区]|老区)家|小康家庭|(?:小[说麦区镇组康吃型]|老[区城])[^\W说笑家]?[，、：]"
)
#: How people are called who are not named in full: 王大妈, 老李说, 小金子; but not 小麦、玉米.
CALLED = compile_late(
    r"[\u4e00-\u9fff](?:大爷|大妈|大娘|大姐|大哥|大叔|大婶|大嫂|阿姨|奶奶|爷爷|女士|老汉|婆婆|师傅)"
    rf"|(?<![\u4e00-\u9fff])(?!{_NOBODY})[老小阿][\u4e00-\u9fff]{{1,2}}(?=说|笑|家|告诉|[，、：])"
)
#: 朱某, 李某某: a name that the newspaper itself masked.
MASKED_NAME = compile_late(r"[\u4e00-\u9fff]某(?![些种个一地项县镇村市省单位])")


def summarise(blocks: Sequence[Block], private_names: Collection[str]) -> str | None:
    """Return an article's opening in at most MAX_CHARACTERS, or None where none is safe.

    `private_names` are all strings of the article that may name somebody who is not public.
    """
    paragraphs = [block.text for block in blocks if block.type == "paragraph"][:MAX_PARAGRAPHS]
    for text in paragraphs:
        opening = _take(_safe_opening(SENTENCE.findall(strip_dateline(text)), private_names))
        if len(opening) >= MIN_CHARACTERS:
            return opening
    return None


def strip_dateline(text: str) -> str:
    """Return a paragraph without its 消息头 (本报讯(通讯员 …), 新华社北京1月2日电)."""
    start = find_dateline_end(text)
    credits_ = CREDITS.match(text, start) if start else None
    return text[credits_.end() if credits_ else start :].lstrip()


def is_shareable(text: str, private_names: Collection[str]) -> bool:
    """Say whether `text` names nobody private and tells no illness or household income.

    `private_names` are all strings that may be a private person's name.
    """
    if names_private(text, private_names):
        return False
    if ONE_PERSON.search(text) or POOR_HOUSEHOLD.search(text):
        return False
    is_own = HOUSEHOLD.search(text) or SPEAKER.search(text)
    return not (ILLNESS.search(text) or (is_own and MONEY.search(text)))


def names_private(text: str, private_names: Collection[str]) -> bool:
    """Say whether `text` names somebody private, in whatever way: by surname, masked, called."""
    read = make_reading_form(text, join_blanks=True).text
    if any(map(text.__contains__, private_names)) or any(map(read.__contains__, private_names)):
        return True
    return MASKED_NAME.search(text) is not None or CALLED.search(text) is not None


def begins_in_name(words: str, sentence: str, names: Iterable[str]) -> bool:
    """Say whether words of a sentence go on with a name: 任|红梅家养, not 桂花|产量 beside 张桂花.

    Of words that do not stand in it so, two that may end a name are enough.
    """
    told = _read_sentence(sentence)
    read = make_reading_form(words, join_blanks=True).text
    is_printed = read in told
    fewest = 0 if is_printed else 2
    return any(
        not is_printed or name[:size] + read in told
        for name in names
        for size in range(1, len(name) - fewest + 1)
        if read.startswith(name[size:])
    )


# Several figures stand in one sentence.
@lru_cache(maxsize=64)
def _read_sentence(sentence: str) -> str:
    return make_reading_form(sentence, join_blanks=True).text


def mask_names(text: str, private_names: Iterable[str]) -> str:
    """Return `text` with the given names cut to surname and 某, as newspapers do."""
    for name in sorted(private_names, key=lambda name: (-len(name), name)):
        text = text.replace(name, name[:1] + "某" * (len(name) - 1))
    return text


def _safe_opening(sentences: Iterable[str], private_names: Collection[str]) -> list[str]:
    opening: list[str] = []
    told = ""
    for sentence in sentences:
        told += sentence
        # A household in one sentence and its money in the next are as telling as in one.
        if not is_shareable(told, private_names):
            break
        opening.append(sentence)
        # Nothing more is taken.
        if len(told) >= MAX_CHARACTERS:
            break
    return opening


def _take(sentences: Sequence[str]) -> str:
    taken = ""
    for sentence in sentences:
        if taken and len(taken) + len(sentence) > MAX_CHARACTERS:
            break
        taken += sentence
    taken = taken.strip()
    if len(taken) <= MAX_CHARACTERS:
        return taken
    cut = max(taken.rfind(mark, 0, MAX_CHARACTERS - 2) for mark in ",，;；、")
    return taken[: cut if cut >= MIN_CHARACTERS else MAX_CHARACTERS - 2] + "……"
