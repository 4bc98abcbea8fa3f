"""What docs/problems.md says that the check says is what the check says."""

import re

import pytest

from tests.desk.checking.content_cases import GIF
from tests.desk.desk_checkout import copy_content, run_desk
from tests.prefecture.data import SHIPPED, write_data
from tests.structure.sources import ROOT

PAGE = ROOT / "docs/problems.md"
HEAD = "---\ntitle: 甲\n{}---\n\n汉滨区种茶8亩。\n"
BODY = "---\ntitle: 甲\n---\n\n汉滨区种茶8亩。{}\n"
FIGURE = "figures:\n  - {raw: 9亩, value: 9, unit: 亩, paragraph: 0, start: 5, end: 7}\n"
#: One mistake each, by its file below content/.
MISTAKES = {
    "articles/no-head.md": "正文。\n",
    "articles/open-head.md": "---\ntitle: 甲\n\n正文。\n",
    "articles/no-title.md": "---\nkind: 消息\n---\n\n正文。\n",
    "articles/colon-in-title.md": "---\ntitle: 甲: 乙\n---\n\n正文。\n",
    "articles/one-full-width-colon.md": "---\ntitle: 甲\ndate：2019-11-21\n---\n\n正文。\n",
    "articles/tab.md": "---\ntitle: 甲\nauthors:\n\t- name: 乙\n---\n\n正文。\n",
    "articles/cut-title.md": "---\ntitle: 安康 #1 车间\n---\n\n正文。\n",
    "articles/blank-title.md": '---\ntitle: "\u200b"\n---\n\n正文。\n',
    "articles/comma.md": HEAD.format("counties: [汉滨区，石泉县]\n"),
    "articles/comma-in-braces.md": HEAD.format("authors: [{name: 甲，role: 记者}]\n"),
    "articles/future.md": HEAD.format("date: 2109-11-21\n"),
    "articles/too-early.md": HEAD.format("newspaper: 农民日报\ndate: 1979-11-21\n"),
    "articles/other-name.md": HEAD.format("newspaper: 安康日报数字报\n"),
    "articles/number.md": BODY.format("国发[2019](34)号"),
    "articles/no-address.md": BODY.format("[见]()"),
    "articles/open-quote.md": "---\ntitle: '甲\n---\n\n正文。\n",
    "articles/no-colon.md": "---\ntitle 甲\n---\n\n正文。\n",
    "articles/no-blank.md": "---\ntitle:甲\n---\n\n正文。\n",
    "articles/dash.md": "---\ntitle: 甲\ntopics:\n- 产业扶贫\n-就业扶贫\n---\n\n正文。\n",
    "articles/bracket.md": "---\ntitle: [甲]乙\n---\n\n正文。\n",
    "articles/quoted-word.md": '---\ntitle: "甲"乙\n---\n\n正文。\n',
    "articles/indented.md": "---\ntitle: 甲\n  date: 2019-11-21\n---\n\n正文。\n",
    "articles/list.md": HEAD.format("counties: 汉滨区\n"),
    "articles/chinese-field.md": "---\n标题: 甲\n---\n\n正文。\n",
    "articles/month.md": HEAD.format("date: 2019年2月\n"),
    "articles/font.md": BODY.format("\n\n<font color=red>茶</font>"),
    "articles/div.md": BODY.format("\n\n<div>\n\n茶"),
    "articles/table.md": BODY.format("\n\n| 县 | 户 |\n| 甲县 | 3 |"),
    "articles/close-table.md": BODY.format("\n| 县 | 户 |\n| --- | --- |\n| 甲县 | 3 |"),
    "articles/heading.md": BODY.format("\n\n# 茶"),
    "articles/site.md": BODY.format("[见](www.a.cn)"),
    "articles/capitals.md": BODY.format("\n\n![茶园](../images/A.gif)"),
    "articles/b.docx": b"PK",
    "articles/field.md": HEAD.format("countys: []\n"),
    "articles/day.md": HEAD.format("date: 2019年2月3日\n"),
    "articles/status.md": HEAD.format("status: 草稿\n"),
    "articles/county.md": HEAD.format("counties: [汉冰区]\n"),
    "articles/topic.md": HEAD.format("topics: [产业富贫]\n"),
    "articles/茶园.md": HEAD.format(""),
    "articles/a.txt": "正文。\n",
    "articles/gbk.md": HEAD.format("").encode("gbk"),
    "articles/2018/tea.md": HEAD.format(""),
    "articles/2019/tea.md": HEAD.format(""),
    "articles/link.md": BODY.format("[见](nowhere.html)"),
    "articles/picture.md": BODY.format("\n\n![茶园](../images/no.png)"),
    "articles/words.md": BODY.format("\n\n![](../images/a.gif)"),
    "articles/elsewhere.md": BODY.format("\n\n![茶园](https://a.cn/a.png)"),
    "articles/figure.md": HEAD.format(FIGURE),
    "articles/misprint.md": HEAD.format("misprints: [{printed: 种菜}]\n"),
    "images/a.gif": GIF,
    "raw/2019-11-21-03.txt": "安康日报\n\n标题\n\n本报讯 正文。\n",
    "data/addresses.csv": (
        "address,state,target,date,id\narticles/gone.html,published,,2026-01-01,\n"
    ),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give all that the check says of content with each of the mistakes."""
    content = copy_content(tmp_path_factory.mktemp("mistakes"))
    write_data(content / "data", SHIPPED)  # the page speaks of its counties
    for name, text in MISTAKES.items():
        file = content / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    checked = run_desk(content.parent, "check")
    return {line.partition("：")[2] for line in checked.stdout.splitlines()}


def list_messages() -> list[str]:
    """List the messages in the page's tables."""
    rows = re.findall(r"^\| `(.+?)` \| .+ \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [row.replace("\\|", "|") for row in rows]


@pytest.mark.parametrize("message", list_messages())
def test_the_check_says_so(said: set[str], message: str) -> None:
    """A message on the page is, to the letter, what the check says of such a mistake."""
    assert message in said


def test_the_page_explains_each_mistake() -> None:
    """The page has a message for each mistake; two of them take two files."""
    assert len(list_messages()) == len(MISTAKES) - 2
