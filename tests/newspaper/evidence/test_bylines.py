"""Who wrote an article: bylines, datelines and signatures in the forms newspapers print."""

import pytest

from plugins.newspaper.evidence.bylines import (
    has_dateline,
    is_byline,
    read_byline,
    read_dateline,
    read_end_credits,
)
from plugins.newspaper.layout.furniture import find_furniture, is_caption


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("通讯员 陈善刚", "陈善刚:通讯员"),
        ("通讯员　陈善刚　李月", "陈善刚:通讯员 李月:通讯员"),
        ("本报记者 王 五 通讯员 张 碧 迁", "王五:记者 张碧迁:通讯员"),
        ("本报通讯员屈怀亮", "屈怀亮:通讯员"),
        ("本报驻陕西记者 欧阳修文", "欧阳修文:记者"),
        ("记者张三、李四 文/图", "张三:记者 李四:记者"),
        ("□ 吴玲", "吴玲:作者"),
        ("新华社记者岳林才|本报记者刘裕国", "岳林才:记者 刘裕国:记者"),
        ("本报评论员", "本报评论员:评论员"),
        ("阿依古丽·买买提 摄影报道", "阿依古丽·买买提:作者"),
    ],
)
def test_bylines_name_authors_with_roles(line: str, authors: str) -> None:
    """A byline gives each author once, names closed up, with the role stated before."""
    assert is_byline(line)
    assert " ".join(f"{a.name}:{a.role}" for a in read_byline(line)) == authors


@pytest.mark.parametrize(
    "line",
    [
        "白河县域空气质量持续好转",
        "记者节里话初心",
        "通讯员队伍建设年会召开",
        "李哲竭尽全力做好服务员。",
    ],
)
def test_headlines_are_no_bylines(line: str) -> None:
    """A line with other words than roles and names is no byline."""
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("opening", "authors"),
    [
        ("本报讯(通讯员 张涛 张会香)近日,汉滨区四个厂开业。", "张涛 张会香"),
        ("本报讯（记者张涛 通讯员李明）近日，", "张涛 李明"),
        ("本报北京1月2日电 (记者王五)今天，", "王五"),
        ("本报北京１月２日电　（记者王五）今天，", "王五"),
        ("新华社西安3月5日电（记者 赵六）记者获悉，", "赵六"),
        ("据新华社北京3月5日电 国务院近日印发通知，", ""),
        ("【记者 林 翊 报道】10月3日，一名快递员发现", "林翊"),
        ("本报讯 近日，", ""),
    ],
)
def test_datelines_open_articles(opening: str, authors: str) -> None:
    """A dateline is known in all its forms, and gives the authors that it names."""
    assert has_dateline(opening)
    assert " ".join(a.name for a in read_dateline(opening)) == authors


@pytest.mark.parametrize(
    "text", ["本报记者节活动举行。", "新华社区工厂开工，", "他对记者说：", "3月5日，汉滨区"]
)
def test_other_openings_are_no_datelines(text: str) -> None:
    """Words that only look like a newspaper's own name open no article."""
    assert not has_dateline(text)


def test_signatures_stand_behind_the_last_stop() -> None:
    """Names in parentheses count as authors behind a stop, and nowhere else."""
    assert [a.name for a in read_end_credits("带动农户增收。（陈力 王玫）")] == ["陈力", "王玫"]
    assert read_end_credits("他住在江北（汉滨区）") == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2019年11月21日 星期四", "日期"),
        ("二〇一九年十一月二十一日 农历己亥年十月廿五", "日期"),
        ("第3版", "版次"),
        ("— 3 —", "页码"),
        ("责任编辑：赵六　校对：孙七", "编辑"),
        ("（下转第四版）", "转版"),
        ("▶上接1版", "转版"),
        ("新闻热线：0915-3268532", "联系方式"),
        ("安康日报", "刊头"),
        ("＊＊＊＊＊＊", "分隔"),
        ("汉滨四个毛绒玩具厂同天开业", None),
        ("2019年11月21日，汉滨区召开会议。", None),
        ("寿光蔬菜价格周报", None),
    ],
)
def test_furniture_says_why(line: str, why: str | None) -> None:
    """A page's own lines are told from articles' lines, each with its reason."""
    assert find_furniture(line) == why


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("图为村民采茶。", True),
        ("▲贫困户在社区工厂务工。", True),
        ("茶园丰收。 孙七 摄", True),
        ("图书馆免费开放", False),
        ("他把照片拍摄下来。", False),
    ],
)
def test_captions_are_known(line: str, caption: bool) -> None:
    """A line that describes a picture, or credits its photographer, is a caption."""
    assert is_caption(line) == caption
