"""What houses print besides news: photo stories, headings of sections, notes, closing lines."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.pages.noise import COLUMNS, person
from evaluation.reading.articles import RealArticle
from evaluation.reading.houses.clauses import choose_clause, cut_text

_NOTES = ("编者按：", "编者按", "编辑点评：", "开栏的话", "编者的话：", "【编者按】")
_CREDITS = (
    "本报记者 {a} 摄", "{a}摄", "（{a} 摄）", "{a} {b} 摄", "通讯员 {a} 摄影报道",
    "本报记者 {a} 通讯员 {b} 摄", "{a}/摄", "文/本报记者 {a} 图/本报记者 {b}",
)  # fmt: skip
_SECTIONS = ("□{}", "■{}", "【{}】", "{}", "●{}", "·{}·", "〖{}〗", "▌{}")
_WORKERS = (
    "责任编辑 {a}", "（编辑 {a}）", "文字整理/{a}", "制图/{a}", "（完）",
    "（作者单位：县农业农村局）",
)  # fmt: skip
#: Sections are named by what they are of and how they tell it.
_SUBJECTS = (
    "镇街", "部门", "民生", "经济", "文教", "健康", "法治", "科技", "乡村", "社区", "校园", "三农",
)  # fmt: skip
_FORMS = (
    "动态", "传真", "速递", "快讯", "之窗", "广角", "视点", "风采", "纪事", "短波", "播报", "点击",
)  # fmt: skip
_PICTURE_PAGES, _SECTION_PAGES, _CODE_PAGES, _CLOSING_PAGES = 0.3, 0.25, 0.06, 0.1
#: Pages that begin with a note above all headlines, and whose articles end without a stop.
_NOTE_PAGES, _OPEN_PAGES = 0.08, 0.05
_NOTED = 0.04
_SHORTEST_NOTE = 40
_CODES = "①②③④⑤⑥⑦⑧"


def add_extras(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page with what else one house prints."""
    made = [_add_note(a, random) if random.random() < _NOTED else a for a in articles]
    if random.random() < _PICTURE_PAGES:
        credit, apart = random.choice(_CREDITS), random.random() < 0.4
        chosen = random.sample(range(len(made)), min(len(made), random.randint(1, 2)))
        for n in chosen:
            made[n] = _tell_picture(made[n], credit, apart, random)
    if random.random() < _SECTION_PAGES:
        made = _head_sections(made, random)
    if random.random() < _CODE_PAGES:
        made = [_close(a, random.choice(_CODES) + str(random.randint(1, 11))) for a in made]
    if random.random() < _CLOSING_PAGES:
        made = [_close_apart(a, random) if random.random() < 0.5 else a for a in made]
    if random.random() < _OPEN_PAGES:
        made = [_leave_open(a) for a in made]
    return _open_page(made, random) if random.random() < _NOTE_PAGES else made


def _tell_picture(article: RealArticle, credit: str, apart: bool, random: Random) -> RealArticle:
    """A photo story: a headline, what the picture shows in one paragraph, and who took it."""
    text = next((t for kind, t in article.blocks if kind == "paragraph" and len(t) > 40), "")
    title = tuple(head for head in article.heads if head[0] == "title")
    if not text or not title:
        return article
    told, signed = cut_text(text, random.randint(30, 90)), _name(credit, random)
    blocks = (
        (("paragraph", told), ("paragraph", signed)) if apart else (("paragraph", told + signed),)
    )
    return replace(article, heads=title, blocks=blocks)


def _head_sections(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """Some articles with the heading of a section above them, all in one form."""
    form, made = random.choice(_SECTIONS), list(articles)
    for n in random.sample(range(len(made)), min(len(made), random.randint(1, 3))):
        words = random.choice((*COLUMNS, random.choice(_SUBJECTS) + random.choice(_FORMS)))
        if form != "{}" or random.random() < 0.3:
            words = choose_clause(made[n], random, 4, 8) or words
        made[n] = replace(made[n], column=form.format(words))
    return made


def _add_note(article: RealArticle, random: Random) -> RealArticle:
    """An article with an editor's note between its head and its text."""
    texts = [text for kind, text in article.blocks if kind == "paragraph" and len(text) > 40]
    if not texts:
        return article
    label, note = random.choice(_NOTES), cut_text(random.choice(texts), random.randint(30, 140))
    if random.random() < 0.5:
        blocks = [("paragraph", label), ("paragraph", note)]
    else:
        blocks = [("paragraph", label.rstrip("：") + "：" + note)]
    return replace(article, blocks=(*blocks, *article.blocks))


def _open_page(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """A page of one theme: what it is about stands above its first headline, with none itself."""
    note = next((t for a in articles for kind, t in a.blocks if kind == "paragraph"), "")
    told = cut_text(note, random.randint(60, 200))
    label, apart = random.choice(_NOTES), random.random() < 0.5
    text = told if apart else label.rstrip("：") + random.choice(("：", "　")) + told
    brief = RealArticle("note", (), (("brief", text),), label if apart else "")
    return [brief, *articles] if len(told) > _SHORTEST_NOTE else list(articles)


def _leave_open(article: RealArticle) -> RealArticle:
    """An article without its last stop."""
    if not article.blocks:
        return article
    (*blocks, (kind, text)) = article.blocks
    return replace(article, blocks=(*blocks, (kind, text.rstrip("。") or text)))


def _close(article: RealArticle, code: str) -> RealArticle:
    """An article with the code of its editor directly behind its text."""
    if not article.blocks or article.blocks[-1][0] != "paragraph":
        return article
    return replace(
        article, blocks=(*article.blocks[:-1], ("paragraph", article.blocks[-1][1] + code))
    )


def _close_apart(article: RealArticle, random: Random) -> RealArticle:
    """An article with a line of its own for who else had a hand in it."""
    line = _name(random.choice(_WORKERS), random)
    return replace(article, blocks=(*article.blocks, ("byline", line)))


def _name(form: str, random: Random) -> str:
    return form.format(a=person(random), b=person(random))
