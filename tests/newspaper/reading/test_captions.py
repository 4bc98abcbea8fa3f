"""What stands with a picture: captions, stories told in one, and labels that are none."""

import time

from plugins.model import Block, HeadLines
from plugins.newspaper import convert_page
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import RawArticle
from plugins.newspaper.reading.captions import Caption, place_captions

REPORT = (
    "陶家旺办起豆腐坊",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
)
TOLD = "11月18日，林口县的茶农在茶园里修剪枝条。入冬以来，全县四万亩茶园开始冬管，茶农忙个不停。"
NEXT = (
    "县残联发放轮椅",
    "本报讯（记者 阎笑）11月19日，县残联向二十六名肢体残疾人发放轮椅，并上门教他们使用。",
)


def convert(*lines: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each article's headline and its blocks."""
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    return [(a.title, [(b.type, b.text) for b in a.body]) for a in page.articles]


def test_a_photo_story_is_an_article() -> None:
    """All the text below a headline is the article's, though it ends with who took the picture."""
    told = TOLD + "本报记者 阎笑 摄"
    articles = convert(*REPORT, "茶园冬管忙", told, *NEXT)
    assert articles[1] == ("茶园冬管忙", [("paragraph", told)])


def test_a_caption_above_an_articles_text_is_a_caption() -> None:
    """Where the text goes on below, the same line describes the article's picture."""
    articles = convert(NEXT[0], "图为受助者试用轮椅，志愿者在一旁扶着他往前走。阎笑 摄", NEXT[1])
    assert sorted(kind for kind, _ in articles[0][1]) == ["caption", "paragraph"]


def test_marked_lines_above_texts_are_sub_headlines() -> None:
    """▶ before several short lines, each with its text below, points to no picture."""
    texts = ("一碗米粉，酸辣鲜香，街坊天不亮就来排队。", "剧团每晚八点登台，唱的都是老戏。")
    articles = convert(*REPORT, "▶小吃街", texts[0], "▶戏台街", texts[1])
    kinds = [kind for _, body in articles for kind, _ in body]
    assert "caption" not in kinds


def test_many_rows_behind_one_paragraph_are_placed_at_once() -> None:
    """A thousand rows stand behind their paragraph in their order, in no time."""
    article = RawArticle("", "news", (Block("paragraph", "入住一览。", (1,)),), HeadLines())
    rows = [Caption(Fragment(f"白果村 {n}", (n,)), kind="row") for n in range(2, 3000)]
    start = time.process_time()
    ((placed,), loose) = place_captions([article], reversed(rows))
    assert time.process_time() - start < 1 and not loose
    assert [block.source_lines for block in placed.body] == [(n,) for n in range(1, 3000)]


def test_numbered_lines_below_a_photographers_byline_are_captions() -> None:
    """The byline is none, though it names pictures; ① ② say what each picture shows."""
    lines = [
        "秋到茶山",
        "本报记者 阎笑 摄影报道",
        TOLD,
        "①村民在修剪茶枝。",
        "②茶厂里机器轰鸣。",
        *NEXT,
    ]
    first, _ = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert [a.name for a in first.authors] == ["阎笑"]
    assert [b.type for b in first.body] == ["paragraph", "caption", "caption"]


STEPS = ("①先到村里登记。", "②再到镇上盖章。", "③最后到县里领证。")


def test_numbered_lines_of_a_later_article_are_text() -> None:
    """Who took the pictures above says nothing of the lists in the next article."""
    lines = ["茶山秋色", "阎笑 摄", TOLD, "林权证怎样办", "办证的村民排起了长队。", *STEPS]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert "caption" not in [b.type for b in page.articles[-1].body]


def test_a_list_that_the_text_announces_is_text() -> None:
    """Behind a colon ① ② ③ are the text's own, though a byline names pictures."""
    lines = ["林权证怎样办", "本报记者 阎笑 摄影报道", TOLD, "村民只要走这三步：", *STEPS]
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert [b.type for b in article.body] == ["paragraph"] * 5
