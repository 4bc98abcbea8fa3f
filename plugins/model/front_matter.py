"""What an article says of itself: the one definition of the front matter."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plugins.model.days import Day
from plugins.model.figure import Figure

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


class Record(BaseModel):
    """A part of the front matter: no unknown field passes unseen, and no value changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Author(Record):
    """Who wrote the article, and as what (记者, 通讯员 …)."""

    name: str
    role: str = "作者"


class Person(Record):
    """Somebody named in the article. Only those with `public` get a page or a suggestion."""

    name: str
    role: PersonRole
    public: bool = False

    @model_validator(mode="after")
    def _protect_private_people(self) -> "Person":
        if self.public and self.role == "受访群众":
            raise ValueError(f"“{self.name}”是受访群众，public 只能是 false")
        return self


class DateEstimate(Record):
    """When an undated article must have been printed, and the words that say so.

    `interval` is an EDTF interval of months or days, such as 2019-11/2019-12.
    """

    interval: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}/\d{4}(-\d{2}){0,2}$")]
    evidence: tuple[str, ...] = ()


class HeadLines(Record):
    """The raw lines that an article's head was printed on, counted from 1."""

    kicker: tuple[int, ...] = ()
    title: tuple[int, ...] = ()
    subtitle: tuple[int, ...] = ()
    byline: tuple[int, ...] = ()


class Provenance(Record):
    """Where an article came from: the raw file, its sha256, and the lines of each body block.

    `digest` is the sha256 of the file as the converter wrote it, without this field: while it
    still fits, no editor has touched the article.
    """

    raw: str
    sha256: str
    lines: HeadLines = HeadLines()
    blocks: tuple[tuple[int, ...], ...] = ()
    digest: str | None = None


class Correction(Record):
    """What the newspaper or the archive has put right since (更正), shown above the text."""

    date: Day
    text: Annotated[str, Field(min_length=1)]


class Misprint(Record):
    """Words that were printed so (原文如此); the text keeps them, the page says what is meant.

    `paragraph` is the body block, from 0; without it every place that prints the words is marked.
    """

    printed: Annotated[str, Field(min_length=1)]
    meant: str | None = None
    paragraph: Annotated[int, Field(ge=0)] | None = None


class Scan(Record):
    """A picture of the printed page (版面图), a file in content/images/."""

    image: Annotated[str, Field(min_length=1)]
    alt: Annotated[str, Field(min_length=1)]


class FrontMatter(Record):
    """The fields of an article. Only the title is needed; the rest is derived or asked for."""

    id: str | None = None
    title: Annotated[str, Field(min_length=1)]
    subtitle: str | None = None
    kicker: str | None = None
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] | None = None
    date: Day | None = None
    date_estimate: DateEstimate | None = None
    newspaper: str | None = None
    page: int | None = None
    column: str | None = None
    kind: Kind | None = None
    authors: tuple[Author, ...] = ()
    counties: tuple[str, ...] | None = None
    towns: tuple[str, ...] | None = None
    villages: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None
    people: tuple[Person, ...] | None = None
    summary: str | None = None
    figures: tuple[Figure, ...] | None = None
    status: Status = "published"
    #: A published article stays out of the site until this day (Asia/Shanghai).
    publish_on: Day | None = None
    corrections: tuple[Correction, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    scan: Scan | None = None
    review: tuple[str, ...] = ()
    provenance: Provenance | None = None

    def is_out(self, day: datetime.date) -> bool:
        """Whether readers see the article on a day: it is no draft, and its own day has come."""
        has_come = self.publish_on is None or self.publish_on <= day
        return self.status == "published" and has_come
