"""What else stands on a newspaper page: headers, editor lines, captions, jumps, advertisements."""

from collections.abc import Sequence
from random import Random

from evaluation.pages.printed_page import Item

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("伟", "芳", "建国", "秀英", "晓东", "雨桐", "志强", "丽", "海燕", "文博", "静", "永明")
PAPERS = ("青山日报", "沂水新闻", "江东日报", "黔山报", "陇原晨报", "清河时报", "临江周刊")
WEEKDAYS = "一二三四五六日"
SECTIONS = ("综合新闻", "要闻", "县域经济", "民生", "时政新闻", "乡村振兴", "文教卫生", "社会")
COLUMNS = ("要闻速览", "经济快讯", "简讯", "一线传真", "基层动态", "一句话新闻", "民生直通车")
SCENES = (
    "图为施工人员正在铺设管道。",
    "图为村民在采摘园里分拣草莓",
    "志愿者为老人义务理发。",
    "▲小学生体验皮影制作。",
    "左图：工人在车间检修设备。",
    "图①：干部入户走访。 图②：产业园一角。",
)
CREDITS = ("{name} 摄", "本报记者 {name} 摄", "（{name} 摄）", "通讯员 {name} 摄影报道")


def add_noise(groups: Sequence[list[Item]], random: Random) -> list[list[Item]]:
    """Print furniture at the page's head and foot, between items and at column ends."""
    printed = [_within(group, random) for group in groups]
    for index in _column_places(len(printed), random):
        printed[index].insert(0, _furniture(random.choice(COLUMNS), "栏目"))
    return [_header(random), *printed, _footer(random)]


def person(random: Random) -> str:
    """Make up a name of two or three characters."""
    return random.choice(SURNAMES) + random.choice(GIVEN)


def _furniture(text: str, why: str) -> Item:
    return Item("furniture", text, why=why)


def _within(group: Sequence[Item], random: Random) -> list[Item]:
    """Print the story's items, with now and then a foreign line after one of its body's."""
    printed: list[Item] = []
    for item in group:
        printed.append(item)
        if item.role == "body" and random.random() < 0.15:
            printed.append(_foreign(random))
    return printed


def _foreign(random: Random) -> Item:
    """Print a caption, a page header, or a jump to another page."""
    kind = random.choice(("caption", "caption", "header", "jump"))
    if kind == "caption":
        credit = random.choice(CREDITS).format(name=person(random))
        text = random.choice((f"{random.choice(SCENES)} {credit}", credit))
        return _furniture(text, "图片说明")
    if kind == "header":
        return random.choice(_header(random))
    page = random.randint(2, 8)
    jumps = ("（下转第{0}版）", "(下转{0}版)", "（上接第{0}版）", "上接第{0}版", "下转第{0}版")
    return _furniture(random.choice(jumps).format(page), "转版")


def _header(random: Random) -> list[Item]:
    """Print the page's header lines: some of newspaper, date, page number and editors."""
    paper, section = random.choice(PAPERS), random.choice(SECTIONS)
    page, day = random.randint(1, 8), _day(random)
    editors = f"责任编辑：{person(random)} 校对：{person(random)}"
    shapes = (
        [(paper, "报头"), (f"{day}", "日期"), (f"第{page}版", "版次")],
        [(f"{page:02d} {section}", "版次"), (day, "日期"), (editors, "编辑")],
        [(f"{day} 第{page}版 {section}", "日期"), (editors.replace("：", ":"), "编辑")],
        [(f"{paper} {day}", "报头"), (f"本版编辑 {person(random)} 美编 {person(random)}", "编辑")],
    )
    return [_furniture(text, why) for text, why in random.choice(shapes)]


def _day(random: Random) -> str:
    year, month, day = random.randint(2015, 2022), random.randint(1, 12), random.randint(1, 28)
    return f"{year}年{month}月{day}日 星期{random.choice(WEEKDAYS)}"


def _footer(random: Random) -> list[Item]:
    """Print the page's last lines: editors, telephone, address, or nothing."""
    number = f"0{random.randint(310, 998)}-{random.randint(2000000, 8999999)}"
    shapes: tuple[list[tuple[str, str]], ...] = (
        [],
        [(f"责编：{person(random)} 版式：{person(random)} 校对：{person(random)}", "编辑")],
        [(f"新闻热线：{number} 电子邮箱：news{random.randint(1, 99)}@163.com", "联系方式")],
        [(f"广告热线:{number}", "联系方式"), (f"编辑 {person(random)}", "编辑")],
    )
    return [_furniture(text, why) for text, why in random.choice(shapes)]


def _column_places(count: int, random: Random) -> list[int]:
    """Choose the stories that a column heading precedes: at most two on a page of several."""
    return sorted(random.sample(range(count), min(random.randint(0, 2), max(count - 1, 0))))
