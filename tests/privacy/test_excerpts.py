import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model import Block
from plugins.privacy.excerpts import is_shareable, mask_names, strip_dateline, summarise

OPENING = "近日，石潭县抓住秋冬时节管护经济林，带动群众增收。"


def paragraphs(*texts: str) -> list[Block]:
    """Return texts as paragraphs."""
    return [Block("paragraph", text) for text in texts]


@pytest.mark.parametrize(
    "sentence",
    [
        "李付东今年搬进了新家，住得很舒心。",
        "他的妻子因病去世，家里欠了债。",
        "这家人一共分到务工分红2341元，加上他家务工收入2.5万元。",
        "贫困户朱某说起帮扶干部，连声道谢。",
        "她患上了风湿性心脏病，急需一笔钱。",
        "去年底她住院手术，同事都去看望。",
        "李 付 东今年种茶。",
        "今年59岁，他还在种茶。",
        "一名女孩捧着新书包，笑个不停。",
        "王大妈今年种茶，逢人就夸。",
        "老李说，茶好卖了。",
        "小麦说，她去年欠了三万元外债。",
        "小康笑着说，茶卖了五千元。",
        "“我种茶一年卖了三千元。”",
        "夫妻俩种茶，一年收入不错。",
        "兄弟俩吃低保，一年有八千块钱。",
        "他在工地摔伤，在床上躺了半年。",
        "身患尿毒症的她得到大家帮助，很高兴。",
        "他产后患抑郁，如今好了。",
        "爷孙仨相依为命，一年只有三千元。",
        "岳母欠债三万元，叔叔帮着还。",
        "他在外打工，欠了三千多。",
        "婆媳种茶，一年只挣八千块。",
        "小麦说，她去年辍学了，一直在家。",
        "小康说，去年靠邻居接济过了冬。",
        "小康笑着讲起茶园，说一年好过一年。",
        "小康家的房子漏雨，村里帮着修。",
        "老城说，他还差一大笔，正着急。",
        "靠着种茶，我们家去年脱了贫。",
        "他们家是低保户。",
        "一家四口去年摘掉了贫困帽。",
        "家里去年脱贫了。",
    ],
)
def test_private_hardship_is_not_shared(sentence: str) -> None:
    """A sentence on a private person, an illness or a household's money is no summary."""
    assert summarise(paragraphs(sentence), {"李付东"}) is None
    assert summarise(paragraphs(OPENING + sentence + "全县脱贫。"), {"李付东"}) == OPENING


@pytest.mark.parametrize(
    "sentence",
    [
        "全县累计带动贫困户1.9万户5.4万人，实现产业人均年增收1500元。",
        "县里开展松材线虫病虫害防治，建成中药材园区300亩。",
        "某些项目进度慢的问题得到解决，各镇办加快建设。",
        "县医院与苏州的医院结对，群众看得上专家门诊。",
        "小麦、玉米都已收完，全县转入秋播。",
        "小康家庭一年比一年多，群众越过越好。",
        "老师说，学校的操场和食堂今年都建好了。",
        "小说家来到村里，看了三天茶园和水渠。",
        "全县排查隐患3处，投入2万元治理水患，不留后患。",
        "其他务工人员返乡，县里投入3万元建车间。",
        "全县贫困户去年全部脱贫，家乡的贫困面貌变了。",
    ],
)
def test_public_matters_are_shared(sentence: str) -> None:
    """Figures of a county, plant diseases and hospitals are news like other news."""
    assert summarise(paragraphs(sentence), ()) == sentence


def test_summary_begins_where_it_may() -> None:
    """Where the first paragraph tells a family's story, the next safe one opens the summary."""
    assert summarise(paragraphs("李付东非常高兴。", OPENING), {"李付东"}) == OPENING
    assert summarise([Block("heading", OPENING), Block("caption", OPENING)], ()) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("本报讯(通讯员 张涛 张会香)近日", "近日"),
        ("本报讯 近日", "近日"),
        ("新华社北京1月2日电 (记者 王一)近日", "近日"),
        ("[本报讯]近日", "近日"),
        ("电力扶贫工作会召开", "电力扶贫工作会召开"),
        ("光伏发电项目并网", "光伏发电项目并网"),
    ],
)
def test_datelines_are_left_out(text: str, rest: str) -> None:
    """A 消息头 is no part of a summary; other opening words stay."""
    assert strip_dateline(text) == rest


def test_names_are_masked_as_newspapers_do() -> None:
    """A private name in a title keeps its surname only."""
    assert mask_names("贫困户李付东的新家", {"李付东"}) == "贫困户李某某的新家"


def test_sentences_are_judged_together() -> None:
    """A household and its money are not shared where they stand in two sentences."""
    text = "去年村里投资3万元修路。家里也通了水，门前铺了石板路，出门方便多了。"
    assert summarise(paragraphs(text), ()) is None
    assert summarise(paragraphs(OPENING + text), ()) == OPENING + "去年村里投资3万元修路。"


@given(st.lists(st.text("李付东病元家，。！“” 山水路", max_size=60), max_size=5))
def test_summary_is_short_and_safe(texts: list[str]) -> None:
    """Whatever the text, a summary is at most 120 characters and shareable."""
    summary = summarise(paragraphs(*texts), {"李付东"})
    assert summary is None or (len(summary) <= 120 and is_shareable(summary, {"李付东"}))
