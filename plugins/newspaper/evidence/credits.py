"""Credits: the list of roles and names in a byline, a dateline or behind the last stop.

A credit line is read word by word: 本报记者 张三 通讯员李四、王 五 文/图. Every word must be a
role, a role with names behind it, a name, the body that people work for (县扶贫局 王明), or a
closing word such as 摄; else it is no credit. What plainly is an office, a school or a firm needs
no role beside it: 三溪县融媒体中心 王明.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.model import Author
from plugins.newspaper.evidence.personal_names import HAN, close_names, is_name, split_names

#: Roles as printed, with the role that an author is given.
_ROLES = {
    "特约通讯员": "特约通讯员", "通讯员": "通讯员", "通联员": "通讯员", "特约记者": "特约记者",
    "见习记者": "见习记者", "实习记者": "实习记者", "首席记者": "记者", "特派记者": "记者",
    "全媒体记者": "记者", "融媒体记者": "记者", "融媒记者": "记者", "记者": "记者",
    "实习生": "实习生", "评论员": "评论员", "作者": "作者", "撰稿": "作者", "供稿": "作者",
    "撰稿人": "作者", "供稿人": "作者", "投稿人": "作者", "投稿": "作者", "通讯作者": "作者",
    "特约撰稿人": "作者", "特约撰稿": "作者",
    "采写": "作者", "撰文": "作者", "文字整理": "作者", "文字": "作者", "摄影": "摄影",
    "编辑": "编辑", "执笔": "作者", "摄影记者": "摄影", "文字记者": "记者", "参与采写": "记者",
}  # fmt: skip
#: What stands before 记者 and says for whom: 石泉县融媒体中心, 陕西日报, 本报驻西安.
_HOUSE = (
    r"(?:本报|本刊|本网|本台|[{HAN}·]{2,16}?(?:社|报|网|台|客户端|中心|频道|频率|传媒|集团|周刊|"
    r"新闻|在线))?(?:驻[{HAN}]{2,7}?)?(?:全媒体|融媒体?)?"
).replace("{HAN}", HAN)
_ROLE_WORDS = "|".join(sorted(_ROLES, key=len, reverse=True))
_ROLE = compile_late(rf"{_HOUSE}({_ROLE_WORDS})")
#: A body that no word tells, where names of known families stand behind: 安康融媒记者 韩燕.
_ANY_HOUSE = compile_late(rf"[{HAN}]{{2,14}}?(记者|通讯员)")
#: Where one credit runs into the next: 李铮通讯员王飞, 岳林才本报记者刘裕国.
_INNER = compile_late(
    rf"(?:本报|本刊|本网|本台|新华社)?(?:驻[{HAN}]{{2,7}}?)?(?:全媒体|融媒体?)?(?:{_ROLE_WORDS})"
)
#: Bylines that name a newsroom and no person.
_NEWSROOMS = compile_late(
    r"(?:本报|本刊|新华社|人民日报)(?:特约)?(?:评论员|编辑部|评论部|观察员|国际部)"
)
#: Bodies that people sign for, without a role: 县扶贫局 王明, 太平镇卫生院 何永强.
_BODY = compile_late(
    rf"[{HAN}]{{1,18}}(?:局|办|办公室|委|部|厅|站|所|院|校|社|公司|集团|镇|乡|街道|村|社区|大队|支队|"
    r"中队|政府|中学|小学|大学|学院|医院|法院|检察院|团委|妇联|工会|协会|银行|联社|支行|馆|中心|"
    r"报社|台|处|科|会|队)"
)
#: Of three characters, the last of which few people are called.
_SHORT_BODY = compile_late(rf"[{HAN}]{{2}}[镇乡村局办委厅站院校社部处]")
#: Those that a headline hardly ends with, where nothing but names stands behind it.
_UNIT = compile_late(
    rf"[{HAN}（）]{{2,20}}(?:中心|办公室|委员会|宣传部|组织部|统战部|政府|党委|纪委|监委|妇联|"
    r"团委|工会|协会|公司|集团|大队|支队|中队|局|厅|中学|小学|学校|大学|学院|医院|卫生院|法院|检察院|银行|支行|联社|"
    r"报社|日报|晚报|电视台|工作队|指挥部|派出所|供电所|税务所|司法所|党校|合作社|管理处)"
)
#: A name with the body behind it in brackets.
_HOMED = compile_late(rf"([{HAN}]{{2,4}})\s*[（(]([{HAN}]{{3,20}})[）)]")
#: What parts people's names from the words before them, and what all these are.
_PARTS, _HAN = compile_late(r"[\s/／]+"), compile_late(rf"[{HAN}]{{2,16}}")
_CLOSING = frozenset([
    "文", "图", "文图", "图文", "摄", "摄影", "报道", "报导", "摄影报道",
    "综合报道", "整理", "文并图", "图片", "综合", "供图", "编译", "编", "采访", "记录", "采访整理",
    "漫画", "绘", "绘画", "制图", "插图", "配图", "书法", "国画", "剪纸",
])  # fmt: skip
#: Those that tell who took the pictures.
_PICTURED = ("图", "图片", "供图", "摄")
#: One of them before who took the pictures: 李铮 图片：王飞, 李铮 图/王飞.
_PICTURE_LABEL = compile_late(
    rf"(?<=\s)(?<!文\s)(?:(?:{'|'.join(_PICTURED)})\s*[:：]|(?:图|图片|供图)[/／])(?=\s*[{HAN}])(?!文)"
    r"(?!.*\s文\W*$)"
)
#: Closing words that stand behind a name without a blank: 刘煜摄影报道, 孙超整理.
_ATTACHED = compile_late(rf"(?<=[{HAN}])(摄影报道|综合报道|报道|整理|编译|供图|摄)(?![{HAN}])")
#: What else stands behind 记者 in the name of a column.
_TOPICS = frozenset(
    ["手记", "观察", "调查", "视点", "感言", "随笔", "来信", "札记", "走基层", "在现场", "看变化"]
)
_BULLETS = "□■●◆◇◎○▲△☆★☉※"
#: Those that stand before names: the others open stories, and sections by places (★平山).
_SIGNING = "□■●◆◇◎○☉"
_MARKS = _BULLETS + " "
_WORDS = compile_late(r"[\s、,，/:：;；|&]+")


def read_credits(
    text: str, *, bare_names: bool = False, bodies: bool = False
) -> tuple[Author, ...] | None:
    """The authors that `text` consists of, None where it is anything else than credits.

    They are none where only an office signs: 三溪县融媒体中心 供稿. `text` is in reading form. With
    `bare_names` a list of names without any role counts too, and with `bodies` whatever people work
    for may stand before or behind them.
    """
    marked = text[:1] in tuple(_SIGNING)
    inside = text.strip(_MARKS)
    for opening, closing in ("（）", "()"):
        inside = inside.removeprefix(opening).removesuffix(closing)
    if _NEWSROOMS.fullmatch(inside):
        return (Author(name=inside, role="评论员"),)
    apart = _ATTACHED.sub(r" \1 ", _PICTURE_LABEL.sub("摄影 ", inside.strip(_MARKS)))
    words = close_names(_WORDS.split(apart), _CLOSING)
    words = [part for word in words for part in _part(word)]
    credits = _Credits(bodies)
    if not all(credits.read(word, words[i + 1 :]) for i, word in enumerate(words)):
        return None
    closed = credits.closed is not None
    named = credits.role is not None or closed or marked or bare_names or credits.housed
    told = bool(credits.authors) or (credits.housed and (closed or credits.role == "作者"))
    return tuple(credits.authors) if named and told else None


def names_body(text: str) -> bool:
    """Whether a line may be the body that people work for, and these: 太平镇 王明 李红."""
    first = _split_words(text)[0]
    return _BODY.fullmatch(first) is not None and bool(read_workers(text))


def read_workers(text: str) -> tuple[Author, ...]:
    """The people that a line names behind words of whatever kind: 团县委 王明 县妇联 李红."""
    words = close_names(_split_words(text), ())
    if not words:
        return ()
    named = [is_name(word) for word in words]
    alone = any(not one and not other for one, other in pairwise([*named, False]))
    if named[0] or alone or not all(map(_HAN.fullmatch, words)):
        return ()
    return tuple(Author(name=word) for word, one in zip(words, named, strict=True) if one)


def _split_words(text: str) -> list[str]:
    """The words of a line of names, what people work for before them: 王明（青河县政府）."""
    return _PARTS.split(_HOMED.sub(r"\2 \1 ", text.strip(_MARKS + "—")).strip())


def is_unit(text: str) -> bool:
    """Whether a line plainly is an office, a school or a firm, and nothing else."""
    return _UNIT.fullmatch(text) is not None


def _part(word: str) -> list[str]:
    """A word cut where the names of one role run into the next role."""
    role = _ROLE.match(word)
    start = role.end() if role else 0
    for inner in _INNER.finditer(word, start + 2):
        if role is None and inner[0].startswith(("全媒体", "融媒")):
            continue
        if split_names(word[start : inner.start()], named=role is not None):
            return [word[: inner.start()], *_part(word[inner.start() :])]
    return [word]


@dataclass(slots=True)
class _Credits:
    """What a credit line has said so far; whether any `bodies` may stand in it.

    `housed`: a body stands in it that is plainly one. `closed` is how many authors stood before
    the last closing word, None before the first. `labels`: such words stand before names (文/张三
    图/李四), as those do that say who wrote (撰文 张三 供图 李四); `pictured` holds behind 图.
    """

    bodies: bool
    authors: list[Author] = field(default_factory=list)
    role: str | None = None
    closed: int | None = None
    housed: bool = False
    labels: bool = False
    pictured: bool = False

    def read(self, word: str, following: Sequence[str]) -> bool:
        """Whether a word is a credit, with `following` behind it; what it says is kept."""
        role, said, name = _read_role(word, following)
        # In brackets a role needs no blank behind it for a name of no known family: 通讯员豆福祥.
        set_off = said or self.role is not None or (self.bodies and role not in (None, "作者"))
        self.role = role or self.role
        self.labels |= role == "作者"
        self.pictured = self.pictured and role is None
        if name in _CLOSING:
            self._close(name, alone=_CLOSING.isdisjoint(following[:1]))
            return True
        if not name:
            return True
        if (not set_off or self.role == "作者") and self._is_body_first(name, following):
            return True
        office = self.role == "作者" and not is_name(name) and _BODY.fullmatch(name)
        names = () if office or name in _TOPICS else split_names(name, named=set_off)
        role = "摄影" if self.pictured else self.role or "作者"
        self.authors += [Author(name=one, role=role) for one in names]
        return bool(names) or self._is_body(name, following)

    def _close(self, word: str, *, alone: bool) -> None:
        """Keep what a closing word tells of the names before it, or of those behind it.

        `alone`: no other stands directly behind it, as in 图/文.
        """
        if word == "文" and self.role == "摄影":
            self.role = None
        start = self.closed or 0
        named = self.authors[start:]
        self.labels |= self.closed is None and not named
        told = word in _PICTURED and alone and (bool(named) or self.closed is None)
        self.pictured = self.labels and told
        if told and not self.labels:
            self.authors[start:] = [
                Author(name=a.name, role="摄影" if a.role == "作者" else a.role) for a in named
            ]
        self.closed = len(self.authors)

    def _is_body_first(self, word: str, following: Sequence[str]) -> bool:
        """Whether a word that may be a name is the body of those behind it: 平山镇 陈明."""
        told = len(word) > 3 or (not self.authors and _SHORT_BODY.fullmatch(word) is not None)
        return told and self._is_body(word, following)

    def _is_body(self, word: str, following: Sequence[str]) -> bool:
        """Whether a word is the body of the people named before or behind it, or signs itself."""
        unit = _UNIT.fullmatch(word) is not None
        others = [w for w in following if w not in _CLOSING and w not in _ROLES]
        beside = bool(self.authors) or any(split_names(w) for w in others[:1])
        body = _BODY.fullmatch(word) is not None
        if (unit and (beside or not others)) or (body and self.role == "作者"):
            self.housed = True
            return True
        return self.bodies and beside and body


def _read_role(word: str, following: Sequence[str]) -> tuple[str | None, bool, str]:
    """The role that a word opens with, whether names must follow it, and the word's rest."""
    if match := _ROLE.match(word):
        return _ROLES[match[1]], match.start(1) > 0, word[match.end() :]
    if (match := _ANY_HOUSE.match(word)) and all(
        is_name(name) for name in _list_names(word[match.end() :], following)
    ):
        return _ROLES[match[1]], True, word[match.end() :]
    return None, False, word


def _list_names(rest: str, following: Sequence[str]) -> Iterator[str]:
    """What must be names behind a body that no word tells, up to the next role."""
    if rest:
        yield rest
    else:
        yield following[0] if following else ""
