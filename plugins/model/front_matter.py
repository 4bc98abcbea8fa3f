"""What an article says of itself: the one definition of the front matter."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from plugins.chinese.control_characters import is_visible
from plugins.chinese.pinyin import SLUG_PATTERN
from plugins.model.days import Day
from plugins.model.figure import Figure
from plugins.system.refusal import FieldError

#: Kinds of newspaper article (体裁) in two levels: each kind with the kind it belongs to.
PARENT_KINDS: dict[str, str | None] = {
    "消息": None,
    "简讯": "消息",
    "综合消息": "消息",
    "通讯": None,
    "人物通讯": "通讯",
    "事件通讯": "通讯",
    "工作通讯": "通讯",
    "风貌通讯": "通讯",
    "综述": None,
    "特写": None,
    "评论": None,
    "图片新闻": None,
    "公告": None,
    "其他": None,
}

Kind = Literal[
    "消息", "简讯", "综合消息", "通讯", "人物通讯", "事件通讯", "工作通讯", "风貌通讯",
    "综述", "特写", "评论", "图片新闻", "公告", "其他",
]  # fmt: skip
PersonRole = Literal["公职", "表彰", "专业", "受访群众"]
Status = Literal["published", "draft"]
LAST_PAGE = 999
#: Each author, place and person of an article has a page of its own, and no article has as many.
MANY = 50
MOST = 300


class Record(BaseModel):
    """A part of the front matter: no unknown field passes unseen, and no value changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Author(Record):
    """Who wrote the article, and as what (记者, 通讯员 …)."""

    name: Annotated[str, Field(description="姓名")]
    role: Annotated[str, Field(description="身份：如 记者、通讯员")] = "作者"


class Person(Record):
    """Somebody named in the article. Only those with `public` get a page or a suggestion."""

    name: Annotated[str, Field(description="姓名")]
    role: Annotated[PersonRole, Field(description="身份：只以受访群众身份出现的人不公开")]
    public: Annotated[bool, Field(description="公开：可以有人物页")] = False

    @model_validator(mode="after")
    def _protect_private_people(self) -> "Person":
        if self.public and self.role == "受访群众":
            raise FieldError(f"“{self.name}”是受访群众，public 只能是 false")
        return self


class DateEstimate(Record):
    """When an undated article must have been printed, and the words that say so.

    `interval` is an EDTF interval of months or days, such as 2019-11/2019-12.
    """

    interval: Annotated[
        str,
        Field(
            pattern=r"^\d{4}(-\d{2}){0,2}/\d{4}(-\d{2}){0,2}$",
            description="起止：如 2019-11/2019-12",
        ),
    ]
    evidence: Annotated[tuple[str, ...], Field(description="依据：文中说明时间的话，照抄")] = ()


class HeadLines(Record):
    """The raw lines that an article's head was printed on, counted from 1."""

    kicker: tuple[int, ...] = ()
    title: tuple[int, ...] = ()
    subtitle: tuple[int, ...] = ()
    byline: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """The lines of each part, in their order."""
        return self.kicker, self.title, self.subtitle, self.byline


class Provenance(Record):
    """Where an article came from: the raw file, its sha256, and the lines of each body block.

    `digest` is the sha256 of the file as the converter wrote it, without this field: while it
    still fits, no editor has touched the article.
    """

    raw: str
    sha256: str
    digest: str | None = None
    lines: HeadLines = HeadLines()
    blocks: tuple[tuple[int, ...], ...] = ()


class Correction(Record):
    """What the newspaper or the archive has put right since (更正), shown above the text."""

    date: Annotated[Day, Field(description="日期：哪一天更正的，如 2026-11-24")]
    text: Annotated[str, Field(min_length=1, description="更正内容：原来怎样，应当怎样")]


class Misprint(Record):
    """Words that were printed so (原文如此); the text keeps them, the page says what is meant.

    `paragraph` is the body block, from 0; without it every place that prints the words is marked.
    """

    printed: Annotated[str, Field(min_length=1, description="原报印作")]
    meant: Annotated[str | None, Field(description="应为：不确知就空着")] = None
    paragraph: Annotated[
        Annotated[int, Field(ge=0)] | None,
        Field(description="段落：正文第几段，从 0 数起；空着就标出全部"),
    ] = None


class Scan(Record):
    """A picture of the printed page (版面图), a file in content/images/."""

    image: Annotated[str, Field(min_length=1, description="图片：content/images/ 里的文件")]
    alt: Annotated[str, Field(min_length=1, description="图片说明：读给看不见图的人")]
    covered: Annotated[
        bool, Field(description="已遮盖：这一版有文章隐去了文字，图上同样的字已经涂掉")
    ] = False


class FrontMatter(Record):
    """The fields of an article. Only the title is needed; the rest is derived or asked for."""

    id: Annotated[str | None, Field(description="编号：定了就不要改")] = None
    title: Annotated[str, Field(min_length=1, description="标题")]
    subtitle: Annotated[str | None, Field(description="副题")] = None
    kicker: Annotated[str | None, Field(description="引题：标题上面的一行")] = None
    slug: Annotated[
        Annotated[str, Field(pattern=SLUG_PATTERN)] | None,
        Field(description="网址名：小写字母、数字和连字符；空着就用文件名，发布后不要改"),
    ] = None
    date: Annotated[
        Day | None, Field(description="出版日期：报纸的日期，如 2019-11-21；不知道就空着")
    ] = None
    date_estimate: Annotated[
        DateEstimate | None, Field(description="约略日期：没有出版日期时，从正文推定")
    ] = None
    newspaper: Annotated[str | None, Field(description="报纸：如 人民日报")] = None
    page: Annotated[
        Annotated[int, Field(ge=1, le=LAST_PAGE)] | None, Field(description="版次：第几版，如 3")
    ] = None
    column: Annotated[str | None, Field(description="栏目：如 经济快讯")] = None
    kind: Annotated[Kind | None, Field(description="体裁")] = None
    authors: Annotated[tuple[Author, ...], Field(max_length=MANY, description="作者")] = ()
    counties: Annotated[
        Annotated[tuple[str, ...], Field(max_length=MANY)] | None,
        Field(description="县区：写的是哪里，最主要的放在最前；空着就从正文得出"),
    ] = None
    towns: Annotated[
        Annotated[tuple[str, ...], Field(max_length=MANY)] | None,
        Field(description="镇（街道）：空着就从正文得出"),
    ] = None
    villages: Annotated[
        Annotated[tuple[str, ...], Field(max_length=MOST)] | None,
        Field(description="村（社区）：空着就从正文得出"),
    ] = None
    topics: Annotated[
        Annotated[tuple[str, ...], Field(max_length=MANY)] | None,
        Field(description="专题：空着就从正文得出"),
    ] = None
    people: Annotated[
        Annotated[tuple[Person, ...], Field(max_length=MOST)] | None,
        Field(description="人物：空着就从正文得出"),
    ] = None
    summary: Annotated[
        str | None, Field(description="摘要：空着就取正文开头；不写群众的病情和家庭收入")
    ] = None
    figures: Annotated[tuple[Figure, ...] | None, Field(description="数字：空着就从正文得出")] = (
        None
    )
    status: Annotated[Status, Field(description="状态：published 发布，draft 草稿")] = "published"
    #: A published article stays out of the site until this day (Asia/Shanghai).
    publish_on: Annotated[
        Day | None, Field(description="定时发布：到这一天才出现在网站上，如 2026-12-01")
    ] = None
    corrections: Annotated[
        tuple[Correction, ...],
        Field(max_length=MANY, description="更正：登在文章上方，告诉读者改了什么"),
    ] = ()
    misprints: Annotated[
        tuple[Misprint, ...],
        Field(max_length=MOST, description="原文如此：原报印错的字，正文照旧，页面上注明"),
    ] = ()
    scan: Annotated[Scan | None, Field(description="版面图：这一版的照片或扫描件")] = None
    review: Annotated[
        tuple[str, ...], Field(max_length=MOST, description="待核对：程序拿不准的地方，核对后删去")
    ] = ()
    provenance: Annotated[
        Provenance | None, Field(description="来源：程序记下的原文行号，不要改")
    ] = None

    @field_validator("authors", "corrections", "misprints", "review", mode="before")
    @classmethod
    def _read_empty_list(cls, written: object) -> object:
        """What stays of a list once its last item is deleted is a list without any."""
        return () if written is None else written

    @field_validator("title")
    @classmethod
    def _refuse_invisible(cls, title: str) -> str:
        if title and not is_visible(title):
            raise FieldError("“title”里没有看得见的字，请写上标题")
        return title

    @field_validator("counties", "towns", "villages", "topics")
    @classmethod
    def _refuse_joined(cls, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        for name in names or ():
            if any(mark in name for mark in "，、；"):
                raise FieldError(f"“{name}”里的逗号要用半角“,”，如 [甲县, 乙县]")
        return names

    def is_out(self, day: datetime.date) -> bool:
        """Whether readers see the article on a day: it is no draft, and its own day has come."""
        has_come = self.publish_on is None or self.publish_on <= day
        return self.status == "published" and has_come
