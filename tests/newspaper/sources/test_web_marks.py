"""What saved pages mark by the place and the type of their lines."""

import pytest
from bs4 import BeautifulSoup

from plugins.desk.conversion.issues import find_issue
from plugins.newspaper import convert_page
from plugins.newspaper.sources.formats import read_raw_page
from plugins.newspaper.sources.web_marks import read_issue
from plugins.newspaper.sources.web_page import read_html
from tests.laws.growth import is_linear

TEXT = "近日，青河县白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习炒茶。"
MORE = "据了解，夜校每周上两次课，全乡已有三百多人学到了手艺，今年还要办到每一个村里去。"
PICTURE = '<p><img data-src="1.jpg"></p>'


def list_blocks(html: str) -> list[tuple[str, str]]:
    """Give the kind and the text of each block of a page's one article."""
    (article,) = convert_page(html.encode(), "页.html").articles
    return [(block.type, block.text) for block in article.body]


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("<p>村民在夜校学炒茶</p>", "caption"),
        ('<p style="text-align: center;">村民在夜校学炒茶。</p>', "caption"),
        ('<section class="img-note"><span>村民在夜校学炒茶。</span></section>', "caption"),
        ("<p><strong>一门手艺传到家</strong></p>", "heading"),
        ("<p>“学会了就不怕茶卖不出去。”村民笑着说。</p>", "paragraph"),
    ],
)
def test_a_short_line_below_a_picture_is_its_caption(below: str, kind: str) -> None:
    """A line that is no sentence, or is set apart as captions are, belongs to the picture above."""
    blocks = list_blocks(f"<h1>白果夜校开班</h1><p>{TEXT}</p>{PICTURE}{below}<p>{MORE}</p>")
    assert [one for one, _ in blocks] == ["paragraph", kind, "paragraph"]


def test_only_the_line_below_the_picture_is() -> None:
    """The line after a caption, and who wrote, are none; one may share the picture's block."""
    picture = '<p><img src="1.jpg"><br>村民在夜校学炒茶</p>'
    html = f"<h1>白果夜校开班</h1><p>{TEXT}</p>{picture}<p>{MORE}</p>{PICTURE}<p>通讯员 方敏</p>"
    assert [kind for kind, _ in list_blocks(html)] == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    ("account", "told"),
    [
        ("方敏", "作者：方敏"),
        ("方敏 王亮", "作者：方敏 王亮"),
        ("白果融媒", "公众号：白果融媒"),
        ("山水青河宣传", "公众号：山水青河宣传"),
    ],
)
def test_an_account_is_no_author(account: str, told: str) -> None:
    """What WeChat prints beside the day is the author only where it is a person's name."""
    html = f'<h1>夜校</h1><span class="rich_media_meta_text">{account}</span><p>{TEXT}</p>'
    assert told in read_raw_page(html.encode(), "页.html").lines


def test_an_e_papers_head_names_the_newspaper() -> None:
    """A line outside the article that tells page and day tells whose they are, none in brackets."""
    head = "<div>青河晚报 2018年02月13日 星期二 第04版：副刊</div>"
    html = f"{head}<div><h1>夜校</h1><div id='ozoom'><p>{TEXT}</p><p>{MORE}</p></div></div>"
    assert find_issue(convert_page(html.encode(), "页.html").furniture).newspaper == "青河晚报"
    reprint = "<div>（《青河晚报》 2018年02月13日 第04版）</div>"
    html = html.replace(head, reprint)
    assert read_issue(BeautifulSoup(html, "html.parser"), {}) == "第04版 2018年02月13日"


@pytest.mark.parametrize(
    ("title", "line", "paper"),
    [
        ("青河日报数字报", "", "青河日报"),
        ("青河日报电子报", "", "青河日报"),
        ("夜校", "青河日报报业集团版权所有", "青河日报"),
        ("夜校", "青河日报业集团主办", "青河日报"),
        ("夜校", "石潭晚报社", "石潭晚报"),
        ("夜校", "作者单位： 石潭晚报社", ""),
        ("夜校", "作者 系 石潭晚报社 记者", ""),
        ("数字报", "", ""),
    ],
)
def test_a_title_or_an_owner_names_the_newspaper(title: str, line: str, paper: str) -> None:
    """An edition's kind is no part of the name, and who wrote for a newspaper owns no page."""
    issue = "<i>第04版</i><i>2018年02月13日</i>"
    html = f"<title>{title}</title>{issue}<p>{TEXT}</p><p>{line}</p>"
    told = read_issue(BeautifulSoup(html, "html.parser"), {}).split()
    assert told == [*filter(None, [paper]), "第04版", "2018年02月13日"]


def test_a_blogs_marks_are_not_wechats() -> None:
    """Who posts on any site is no account of WeChat's, nor what it puts there a day."""
    html = f'<h1>夜校</h1><i id="post-user">茶客</i><b id="post-date">昨天</b><p>{TEXT}</p>'
    lines = read_raw_page(html.encode(), "页.html").lines
    assert not any("公众号" in line or "发布时间" in line for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "返回电子报 2018年02月13日 第04版",
        "（本文原载于青河晚报 2018年02月13日 第04版）",
        "青河晚报 2018年02月13日 第04版",
    ],
)
def test_a_line_below_the_text_names_no_newspaper(line: str) -> None:
    """Behind an article stands which newspaper it quotes, and what the site offers."""
    html = f"<div><h1>夜校</h1><div id='ozoom'><p>{TEXT}</p><p>{MORE}</p><p>{line}</p></div></div>"
    assert read_issue(BeautifulSoup(html, "html.parser"), {}) == "第04版 2018年02月13日"


def test_credits_behind_the_text_name_the_authors() -> None:
    """Who wrote is read below the source and above those who edited, with its roles."""
    end = "<p>来源：青河融媒</p><p>记者：方敏 通讯员：王亮</p><p>编辑：小月  审核：李主任</p>"
    html = f"<h1>白果夜校开班</h1><p>{TEXT}</p><p>{MORE}</p>{end}"
    (article,) = convert_page(html.encode(), "页.html").articles
    told = [(a.name, a.role) for a in article.authors]
    assert told == [("方敏", "记者"), ("王亮", "通讯员")]
    assert len(article.body) == 2


def test_bold_lines_are_sub_headlines_in_any_block() -> None:
    """A line that is bold as a whole is display type, be its block a paragraph or not."""
    parts = f"<div>{TEXT}</div><div><span><b>一门手艺</b></span></div><div>{MORE}</div>"
    html = f'<div class="bt">白果夜校开班</div><div class="con">{parts}{parts}</div>'
    kinds = [kind for kind, _ in list_blocks(html)]
    assert kinds == ["paragraph", "heading", "paragraph"] * 2


def test_an_epapers_issue_is_told_around_its_article() -> None:
    """Newspaper, page and day are taken from the menus, if they name but one."""
    menu = "<div><a>上一版</a> 第03版：县区</div><div>2020年05月28日 星期四 放大 缩小</div>"
    head = "<head><title>青河日报</title></head>"
    article = f"<founder-title><p>白果夜校开班</p></founder-title><p>{TEXT}</p><p>{MORE}</p>"
    page = convert_page(f"<html>{head}{menu}<div>{article}</div></html>".encode(), "页.html")
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date), issue.page) == ("青河日报", "2020-05-28", 3)
    assert [a.title for a in page.articles] == ["白果夜校开班"]


def test_headlines_of_one_type_above_news_are_articles() -> None:
    """Below a round-up's name each smaller headline with a dateline below it opens an article."""
    news = "".join(
        f"<h2>{place}办起农民夜校</h2><p>本网讯（通讯员 方敏）近日，{place}办起夜校，学炒茶。</p>"
        for place in ("白果乡", "石潭乡", "云岭镇")
    )
    page = convert_page(f"<div><h1>青河：乡镇新闻汇总</h1>{news}</div>".encode(), "页.html")
    told = [(a.section, a.title) for a in page.articles]
    assert told == [
        ("青河：乡镇新闻汇总", f"{place}办起农民夜校") for place in ("白果乡", "石潭乡", "云岭镇")
    ]


def test_what_a_page_states_of_its_article_finds_it() -> None:
    """A comment's headline, kicker, day and page tell which of a page's many lines these are."""
    stated = (
        "<date>2019-09-27 00:00:00.0</date><title>白果夜校开班</title>"
        "<introtitle>茶乡看变化</introtitle><nodename>A06：县区</nodename>"
    )
    menu = "".join(
        f'<tr><td><a href="n.htm">{words}</a></td></tr>'
        for words in ("白果夜校开班", "春茶开采忙", "第A01版：头版", "第A06版：县区")
    )
    head = "<tr><td>茶乡看变化</td></tr><tr><td>白果夜校开班</td></tr><tr><td>□方敏</td></tr>"
    text = f"<founder-content><p>{TEXT}</p><p>{MORE}</p></founder-content>"
    html = (
        f"<html><!-- <enpproperty>{stated}</enpproperty> --><body><table>{menu}</table>"
        f"<div><table>{head}</table>{text}</div><p>青河日报社 版权所有</p></body></html>"
    )
    page = convert_page(html.encode(), "页.html")
    told = [(a.kicker, a.title, [b.text for b in a.body]) for a in page.articles]
    assert told == [("茶乡看变化", "白果夜校开班", [TEXT, MORE])]
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date), issue.page) == ("青河日报", "2019-09-27", 6)


def test_what_a_page_hides_is_no_text_of_it() -> None:
    """An account's card that opens at a click is hidden, and below a film stands a caption."""
    card = '<div style="display:none"><p>微信号</p><p>qinghe</p><p>权威发布青河资讯。</p></div>'
    film = '<p><iframe src="v.html"></iframe></p><p>视频：村民在夜校学炒茶</p><p>视频｜王亮</p>'
    html = f"<h1>白果夜校开班</h1>{card}<p>{TEXT}</p>{film}<p>{MORE}</p>"
    kinds = [kind for kind, _ in list_blocks(html)]
    assert kinds == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize("wrapped", [False, True], ids=["beside each other", "apart"])
def test_text_in_hidden_tabs_is_text_of_the_page(wrapped: bool) -> None:
    """What a script shows tab by tab is the page's text, an account's card beside it is not."""
    told = (TEXT, MORE, "学员方敏说，夜校教的炒茶手艺用得上，今年自家的茶叶每斤多卖了二十元钱。")
    tabs = [f'<div style="display:none"><p>{text}</p></div>' for text in told]
    card = '<section><div style="display: none">山乡发布，权威。</div></section>'
    shown = "".join(f"<div>{tab}</div>" if wrapped else tab for tab in tabs)
    blocks = list_blocks(f"<body><div><h1>白果夜校开班</h1>{card}{shown}</div></body>")
    assert blocks == [("paragraph", text) for text in told]


@pytest.mark.parametrize("piece", ["<b>茶</b>", '<div style="display:none">茶，'])
def test_what_a_page_states_and_hides_is_found_in_proportion(piece: str) -> None:
    """Many strings that may begin the stated headline, and hidden boxes within each other, are."""
    head = '<meta property="og:title" content="茶乡的灯亮了"><h1>茶乡的灯亮了</h1>'

    def read(pieces: str) -> None:
        read_html(f"{head}<div>{pieces}</div>", "页.html")

    assert is_linear(read, piece * 300, piece * 1200)


def test_a_sites_table_of_labels_tells_the_day() -> None:
    """A government site has the day above its article, in a cell beside that which says so."""
    table = "<table><tr><td>发布日期：</td><td>2020-07-13 17:20</td></tr></table>"
    text = f"<h1>夜校开班</h1><div class='TRS_Editor'><p>{TEXT}</p></div>"
    html = f"<body>{table}<div>{text}</div></body>"
    assert str(find_issue(convert_page(html.encode(), "页.html").furniture).date) == "2020-07-13"
