"""An archive's copy of a page says each headline twice; an article has it once."""

from plugins.newspaper import convert_page

STORY = "本报讯　全县十七个乡镇的水渠已修好九成，冬灌面积比去年多出三千余亩，群众十分满意。"


def test_the_printed_head_is_kept() -> None:
    """Where it stands directly below its copy, the copy is set aside."""
    lines = ("### 冬灌开始  水渠修好九成", "1952-11-20", "第2版", "专栏：", "", "　　冬灌开始")
    page = convert_page("\n".join((*lines, "　　水渠修好九成", "　　" + STORY)).encode(), "页.txt")
    assert [aside.why for aside in page.furniture if aside.line == 1] == ["重复标题"]
    (article,) = page.articles
    assert [block.text for block in article.body] == [STORY]
    head = article.lines.kicker + article.lines.title + article.lines.subtitle
    assert sorted(head) == [6, 7]


def test_an_authors_name_below_the_copy_keeps_it() -> None:
    """The name between the two is the byline of the copy's headline; the printed head goes."""
    lines = ("### 互助组的账本", "通讯员 魏长顺", "1952-11-20", "第2版", "", "　　互助组的账本")
    page = convert_page("\n".join((*lines, "　　" + STORY)).encode(), "页.txt")
    assert [aside.why for aside in page.furniture if aside.line == 6] == ["重复标题"]
    (article,) = page.articles
    assert article.title == "互助组的账本"
    assert [author.name for author in article.authors] == ["魏长顺"]


def test_heads_of_several_lines_are_never_sub_headlines() -> None:
    """Below each copy the printed lines are a head, however like a sub-headline they look."""
    heads = [("冬灌开始", "水渠修好九成"), ("互助组算账", "每户多收两斗"), ("夜校开学", "")]
    lines: list[str] = []
    for n, (first, second) in enumerate(heads):
        text = STORY.removeprefix("本报讯　").replace("十七", f"{n + 3}")
        printed = [f"　　{line}" for line in (first, second) if line]
        lines += [f"### {first}  {second}".strip(), "1952-11-20", "第2版()", *printed, text, ""]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    heads_found = [a.lines.kicker + a.lines.title + a.lines.subtitle for a in page.articles]
    assert [len(found) for found in heads_found] == [2, 2, 1]
