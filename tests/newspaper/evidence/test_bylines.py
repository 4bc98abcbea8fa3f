"""Who wrote an article: bylines, datelines and signatures in the forms newspapers print."""

import pytest

from plugins.newspaper.evidence.bylines import (
    has_dateline,
    is_byline,
    is_signature,
    may_be_names,
    names_speaker,
    read_byline,
    read_dateline,
    read_end_credits,
    tells_delivery,
)
from plugins.newspaper.furniture.lines import find_furniture
from plugins.newspaper.layout.caption_lines import is_caption


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
        ("青河县融媒体中心记者 方敏", "方敏:记者"),
        ("青河融媒记者 方敏", "方敏:记者"),
        ("本报记者 李䶮 王𬭎 赵〇 佐々木", "李䶮:记者 王𬭎:记者 赵〇:记者 佐々木:记者"),
        ("记者郑铮通讯员谢飞罗勇", "郑铮:记者 谢飞:通讯员 罗勇:通讯员"),
        ("通讯员谭月记者施亮", "谭月:通讯员 施亮:记者"),
        ("文/青河日报记者 方敏 图/青河日报记者 王程", "方敏:记者 王程:记者"),
        ("本报记者 孙  越整理", "孙越:记者"),
        ("周明  刘  亮摄影报道", "周明:作者 刘亮:作者"),
        ("执笔：任远 方 力", "任远:作者 方力:作者"),
        ("整理：本报记者 方敏", "方敏:记者"),
        ("王亮/漫画", "王亮:作者"),
        ("文/方敏 图/王程", "方敏:作者 王程:摄影"),
        ("图/王程 文/方敏", "王程:摄影 方敏:作者"),
        ("方敏 文 王程 摄", "方敏:作者 王程:摄影"),
        ("图/文 方敏 王程", "方敏:作者 王程:作者"),
        ("文/图 方敏", "方敏:作者"),
        ("方敏 王程 图/文", "方敏:作者 王程:作者"),
        ("讲述人：白果乡石潭村村民 方敏", ""),
    ],
)
def test_bylines_name_authors_with_roles(line: str, authors: str) -> None:
    """A byline gives each author once, names closed up, with the role stated before."""
    assert is_byline(line)
    assert " ".join(f"{a.name}:{a.role}" for a in read_byline(line)) == authors


def test_who_held_a_speech_is_named_by_office_and_name() -> None:
    """An office and a name give the author, but are a byline beside a speech's day alone."""
    line = "县委副书记、县长　王  亮"
    assert names_speaker(line)
    assert tells_delivery("（2019年3月12日）")
    assert [author.name for author in read_byline(line)] == ["王亮"]
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "定河县域空气质量持续好转",
        "记者节里话初心",
        "通讯员队伍建设年会召开",
        "李哲竭尽全力做好服务员。",
        "白果乡文化站 罗成",
        "★平山",
        "□简池镇",
        "连日来，青河县水利局",
    ],
)
def test_headlines_are_no_bylines(line: str) -> None:
    """A line with other words than roles and names is no byline."""
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("opening", "authors"),
    [
        ("本报讯(通讯员 张涛 张会香)近日,浔滨区四个厂开业。", "张涛 张会香"),
        ("本报讯（记者张涛 通讯员李明）近日，", "张涛 李明"),
        ("本报北京1月2日电 (记者王五)今天，", "王五"),
        ("本报北京１月２日电　（记者王五）今天，", "王五"),
        ("新华社西安3月5日电（记者 赵六）记者获悉，", "赵六"),
        ("据新华社北京3月5日电 国务院近日印发通知，", ""),
        ("【记者 林 翊 报道】10月3日，一名快递员发现", "林翊"),
        ("本报讯 近日，", ""),
        ("本报青河7月2日讯（青河日报全媒体记者方敏 通讯员尹军）7月1日，", "方敏 尹军"),
        ("楚水消息（湖东日报）　记者胡亮、通讯员曾军、邱明报道：3日，", "胡亮 曾军 邱明"),
        ("湖东日报讯 （记者/曹明 通讯员/郝月 靳平）县医院近日", "曹明 郝月 靳平"),
        ("东快讯（记者黄平通讯员丁山朱亮）七十岁的刘大爷", "黄平 丁山 朱亮"),
        ("云上青河报道(陈友文 青河台)近年来，", "陈友文"),
        ("青河讯 记者王山 通讯员周山易明 今天是爱眼日，", "王山 周山 易明"),
        ("本报讯　记者江大山报道：去年我县茶叶生产", "江大山"),
        ("本报讯（县扶贫局 王明）近日，", "王明"),
        ("本报讯 记者从市民政局获悉，为缅怀先烈，", ""),
        ("本报甲地、乙地、丙地10月17日电  （记者王五、赵六）", "王五 赵六"),
        ("【联合社北平廿四日电】国务院", ""),
        ("本报记者王程报道：近日，", "王程"),
        ("讯（记者 王程）近日，", "王程"),
        ("本报讯 通讯员 方敏 记者 王程 5月20日，", "方敏 王程"),
    ],
)
def test_datelines_open_articles(opening: str, authors: str) -> None:
    """A dateline is known in all its forms, and gives the authors that it names."""
    assert has_dateline(opening)
    assert " ".join(a.name for a in read_dateline(opening)) == authors


@pytest.mark.parametrize(
    "text", ["本报记者节活动举行。", "新华社区工厂开工，", "他对记者说：", "3月5日，浔滨区"]
)
def test_other_openings_are_no_datelines(text: str) -> None:
    """Words that only look like a newspaper's own name open no article."""
    assert not has_dateline(text)


def test_who_is_named_behind_a_wire_is_a_reporter() -> None:
    """Names alone behind 电 are reporters', behind 讯 whoever sent it in."""
    assert [a.role for a in read_dateline("新华社青河2月9日专电（张民、李国）老人")] == ["记者"] * 2
    assert [a.role for a in read_dateline("本报讯（张民）近日，")] == ["作者"]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("把老人救了回来。（太平镇卫生院 何强 邓月）", "何强 邓月"),
        ("（县扶贫局 王明）", "王明"),
        ("（文教办  方力）", "方力"),
        ("（平山镇　王平 李月）", "王平 李月"),
        ("（新华社青河10月14日电 记者周亮、史男）", "周亮 史男"),
        ("产值翻了一番。文/青河日报记者 刘亮 图/青河日报记者 王程", "刘亮 王程"),
        ("他笑着说。（本报记者 孙  越整理）", "孙越"),
        ("全文完。（作者为大学教授）", ""),
    ],
)
def test_end_credits_name_authors(text: str, authors: str) -> None:
    """Authors behind the last stop are read with a unit, a wire's place or without brackets."""
    assert " ".join(a.name for a in read_end_credits(text)) == authors


@pytest.mark.parametrize(
    ("line", "closing"),
    [
        ("（本报临江7月22日电）", True),
        ("（据新华社电）", True),
        ("（作者单位：青河大学（法学院））", True),
        ("（完）", True),
        ("（张长河）", True),
        ("（县扶贫局 王明）", True),
        ("（青河县人民法院）", True),
        ("（一）抓好春耕生产", False),
        ("（青河县）", False),
    ],
)
def test_lines_in_parentheses_close_an_article(line: str, closing: bool) -> None:
    """A whole line in parentheses closes an article where it says who wrote it, whence, or 完."""
    assert is_signature(line) is closing


def test_signatures_stand_behind_the_last_stop() -> None:
    """Names in parentheses count as authors behind a stop, and nowhere else."""
    assert [a.name for a in read_end_credits("带动农户增收。（陈力 王玫）")] == ["陈力", "王玫"]
    assert read_end_credits("他住在江北（浔滨区）") == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2019年11月21日 星期四", "日期"),
        ("二〇一九年十一月二十一日 农历己亥年十月廿五", "日期"),
        ("第3版", "版次"),
        ("— 3 —", "页码"),
        ("主  编：李明        编  辑：王平", "编辑"),
        ("送审稿", "编辑"),
        ("上报信息3条", "编辑"),
        ("青河县融媒体中心稿件", "编辑"),
        ("您的位置：青河在线>>乡镇>>正文", "网页"),
        ("#青河新事 #夜校", "网页"),
        ("#青河新事#", "网页"),
        ("#石潭桑园养鸡忙", None),
        ("桑园新闻 4", "页码"),
        ("今日青河 02", "页码"),
        ("责任编辑：赵六　校对：孙七", "编辑"),
        ("（下转第四版）", "转版"),
        ("▶上接1版", "转版"),
        ("（紧接第一版）", "转版"),
        ("（相关报道见第三版）", "转版"),
        ("新闻热线：0915-3268532", "联系方式"),
        ("康宁日报", "刊头"),
        ("＊＊＊＊＊＊", "分隔"),
        ("浔滨四个毛绒玩具厂同天开业", None),
        ("2019年11月21日，浔滨区召开会议。", None),
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
        ("（图为村民采茶）", True),
        ("资料图片", True),
        ("图片由青河县茶叶局提供", True),
        ("图片新闻大赛开赛", False),
        ("照片来自网络", True),
        ("（图片选自《青河茶事》）", True),
        ("照片里的老屋", False),
        ("照片由黑白变彩色 见证茶乡变迁", False),
        ("图片由他拍了三十年", False),
        ("照片来自三十年前的春天", False),
        ("照片据说是他爷爷拍的", False),
        ("▲贫困户在社区工厂务工。", True),
        ("茶园丰收。 孙七 摄", True),
        ("孙  七摄（青河图片社）", True),
        ("图书馆免费开放", False),
        ("他把照片拍摄下来。", False),
    ],
)
def test_captions_are_known(line: str, caption: bool) -> None:
    """A line that describes a picture, or credits its photographer, is a caption."""
    assert is_caption(line) == caption


@pytest.mark.parametrize("line", ["◆", "（）", "——"])
def test_marks_alone_name_nobody(line: str) -> None:
    """A line of marks without a word is no byline and holds no names."""
    assert read_byline(line) == () and not may_be_names(line)


def test_who_sends_a_story_in_is_no_person() -> None:
    """A town or an office behind 供稿 signs, but it is no author's name."""
    assert is_byline("供稿：两河镇")
    assert read_byline("供稿：两河镇") == ()
    assert [a.name for a in read_byline("供稿：两河镇 王明")] == ["王明"]
