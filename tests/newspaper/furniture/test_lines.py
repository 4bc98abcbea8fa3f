"""Lines of the page, of the web page around it and of a bulletin's cover belong to no article."""

import pytest

from plugins.desk.conversion.issues import find_issue
from plugins.newspaper import convert_page
from plugins.newspaper.furniture.lines import find_furniture, is_issue_heading
from plugins.newspaper.layout.labels import read_label


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2017年第5期（总第27期）", "刊期"),
        ("第3版()", "版次"),
        ("要闻·综合 3", "页码"),
        ("中国新闻 A07", "页码"),
        ("（责编：方敏、王亮）", "编辑"),
        ("（第7期）", "刊期"),
        ("B3 县域 青河日报 2019年11月21日 统筹/方敏 版面/王亮 校检/周山", "日期"),
        ("A03 | 县域 | 青河日报 | 2019年11月21日 | 责任编辑：方敏 E-mail：qhrb@163.com", "日期"),
        ("组稿 方敏  编审 王亮", "编辑"),
        ("编审|方敏 王亮", "编辑"),
        ("视频｜王亮 方敏", "编辑"),
        ("3 县域 2019年11月21日 星期四 责任编辑：方 敏 青河日报", "日期"),
        ("附件【青河茶园面积表.xls】已下载12次", "网页"),
        ("5上一篇 下一篇6  放大⊕ 缩小⊖", "网页"),
        ("按日期检索 版面导航", "网页"),
        ("收录于合集 #青河茶事 3个", "网页"),
        ("2021-08-03 19:46 发表于湖东", "来源"),
        ("PART 03", "分隔"),
        ("责任编辑：王平 审核：李明 共印120份", "编辑"),
        ("青河县农业局编 2017年5月15日", "编印"),
        ("报：市农业局，县委、县政府", "编印"),
        ("专栏：", "栏签"),
        ("白果小学来了新校长（A04）", "导读"),
        ("春茶开采忙（详见第3版）", "导读"),
        ("首页 | 新闻 | 县区 | 专题", "网页"),
        ("您现在的位置：青河新闻网 > 县区新闻 > 正文", "网页"),
        ("字号：大 中 小    分享到：微信 微博 QQ空间 打印", "网页"),
        ("【打印本页】 【关闭窗口】", "网页"),
        ("下一篇：白果乡办起夜校", "网页"),
        ("微信扫一扫 分享到朋友圈", "网页"),
        ("主办：青河县委宣传部 承办：青河报社 某ICP备00000000号", "网页"),
        ("Copyright © 2020 All Rights Reserved", "网页"),
        ("来源：青河日报 发布时间：2019-11-21 08:30", "来源"),
        ("青河日报印刷厂印刷 国内统一刊号:CN00-0000", "联系方式"),
        ("分享最新成果 共商乡村振兴", None),
        ("中共青河县委办公室印发意见", None),
        ("（2019年10月10日）", None),
        ("2019.11.5—2020.2.9 青河博物馆", None),
        ("春茶价格缘何一涨再涨？（3版）", "导读"),
        ("白果乡办起夜校……2版", "导读"),
        ("3版▶ 白果乡办起夜校", "导读"),
        ("2019年11月21日 第3版", "日期"),
        ("青扶办发〔2019〕12号", "文号"),
        ("青河融媒 5月22日上报稿件（3篇）", "编辑"),
        ("值班领导：方敏   联系电话：0900-1234567", "编辑"),
        ("字大字小朗读分享", "网页"),
        ("扫一扫在手机端查看", "网页"),
        ("今日天气 晴 5℃~18℃", "天气"),
        ("天气：多云转小雨 8℃～17℃", "天气"),
        ("天气转晴 茶农抢收", None),
        ("天气 晴好 茶农采摘忙", None),
        ("天气 好，风调雨顺，茶叶不愁卖", None),
        ("气温 回升，茶叶长得快，春风一", None),
        ("气温 骤降 各地启动四级应急响应", None),
        ("天气 转凉 风景如画", None),
        ("统筹 城乡发展", None),
        ("统筹 推进产业发展", None),
        ("统筹兼顾", None),
        ("视觉 盛宴", None),
        ("当前版： 06版 上一版  下一版", "版次"),
        ("稿件二：", "编辑"),
        ("索引号：0160/2020-118 发布机构：县茶业局", "编辑"),
        ("版面 出新", None),
        ("策划：方敏 记者：王亮", None),
        ("统筹：方敏 撰稿：王亮", None),
        ("第三十五号", None),
        ("视频：果农采茶忙得很", None),
        ("时间：5月24日下午", None),
        ("第27期农民夜校开班", None),
        ("2019年11月21日青河县召开会议", None),
    ],
)
def test_lines_of_the_page_are_known(line: str, why: str | None) -> None:
    """Each kind of a page's own lines is told by its reason; articles' lines are left alone."""
    assert find_furniture(line) == why


@pytest.mark.parametrize(
    ("line", "text", "size"),
    [
        ("标题：夜校开课", "夜校开课", 2.0),
        ("【题目】：夜校开课", "夜校开课", 2.0),
        ("小标题：一月一讲", "一月一讲", 1.3),
        ("### 夜校开课", "夜校开课", 1.3),
        ("正文：近日，夜校开课。", "近日，夜校开课。", 0.0),
        ("标题党要不得", "标题党要不得", 0.0),
        ("#夜校#", "#夜校#", 0.0),
        ("标题：", "标题：", 0.0),
    ],
)
def test_labels_are_no_text(line: str, text: str, size: float) -> None:
    """A label before a line is left out and says how large its type is."""
    assert read_label(line) == (text, size)


def test_labelled_articles_are_read() -> None:
    """Articles with a label before each part have their headlines, authors and their issue."""
    one = "标题：{}\n作者：{}\n日期：2019-11-21\n版次：04\n正文：\n　　近日，白果乡{}。\n\n"
    text = one.format("夜校开课", "方敏", "办起夜校") + one.format("春茶上市", "王亮", "采摘春茶")
    page = convert_page(text.encode(), "页.txt")
    told = [(a.title, [x.name for x in a.authors]) for a in page.articles]
    assert told == [("夜校开课", ["方敏"]), ("春茶上市", ["王亮"])]
    issue = find_issue(page.furniture)
    assert (str(issue.date), issue.page) == ("2019-11-21", 4)


def test_a_bulletin_is_named_by_its_cover() -> None:
    """A bulletin's cover gives its name and date; neither it nor the last lines are in articles."""
    cover = "青河工作简报\n第27期\n青河县农业局编　2017年5月15日\n"
    news = "白果乡办起夜校\n　　本报讯(通讯员 方敏)近日,白果乡办起夜校,村民学茶艺。\n"
    end = "报：市农业局，县委\n送：各镇人民政府\n责任编辑：王平　共印120份\n"
    page = convert_page((cover + news + end).encode(), "页.txt")
    assert [(a.title, a.kicker, a.section) for a in page.articles] == [
        ("白果乡办起夜校", None, None)
    ]
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date)) == ("青河工作简报", "2017-05-15")
    assert len(page.furniture) == 6 and not page.unassigned


def test_an_office_and_a_name_above_the_issue_are_its_cover() -> None:
    """A bulletin's name may stand below its office's; it is the newspaper, however long."""
    cover = [
        "青河县茶产业发展领导小组",
        "青河茶产业发展工作简报",
        "（第6期）",
        "青河县茶业局 2021年4月2日",
    ]
    news = "近日，白果乡组织三个村的采茶能手开展培训，共有一百二十名茶农参加，人人学会了炒茶。"
    page = convert_page("\n".join([*cover, "", "白果乡茶农学手艺", news]).encode(), "简报.txt")
    assert [(a.title, a.kicker) for a in page.articles] == [("白果乡茶农学手艺", None)]
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date)) == ("青河茶产业发展工作简报", "2021-04-02")


def test_what_a_phone_copies_of_an_article_is_told_from_it() -> None:
    """Of an article copied from WeChat the account, the day and 图片 are the page's own."""
    texts = (
        "盛夏八月，白果乡的梨园里瓜果飘香，一百亩早熟的梨子迎来采摘期，游客络绎不绝。",
        "目前，全乡已建成采摘园六个，带动群众就近就业一百八十人，年收入超过十五万元。",
    )
    head = [
        "白果乡里话丰收",
        "山水青河",
        "2021-08-03 19:46 发表于湖东",
        "",
        "图片",
        "游客在梨园采摘",
    ]
    end = ["供稿：白果乡 方敏", "编辑：小月", "写留言"]
    lines = [*head, "", texts[0], "", "图片", "", texts[1], "", *end]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    (article,) = page.articles
    assert [a.name for a in article.authors] == ["方敏"]
    assert [b.type for b in article.body] == ["caption", "paragraph", "paragraph"]
    assert str(find_issue(page.furniture).date) == "2021-08-03"


@pytest.mark.parametrize(
    ("head", "count"),
    [
        (["导读", "茶价缘何一涨再涨？（3版）", "夜校里的年轻人（4版）"], 3),
        (["2019年11月21日", "县域", "责任编辑：方敏"], 3),
        (["民声", "2019年11月21日 第7版"], 2),
        (["04", "深度·访谈"], 2),
        (["每日要情", "第86期", "青河县委信息中心", "2019年11月21日"], 4),
        (["青河县扶贫开发局文件", "青扶发〔2019〕12号"], 2),
        (["青 河 时 讯", "内部资料性出版物 (青)0026号", "2019年11月21日 总第86期"], 3),
        (["青河茶讯 第廿三期 二〇一九年九月十五日出刊", "发行人：周明 编辑：石兰"], 2),
        (["青河日报7"], 1),
        (["2019年1月15日 星期二 责任编辑/石兰 电话/0900-3281234"], 1),
        (["青河日报 返回主页 版面导航"], 1),
    ],
)
def test_a_pages_head_is_in_no_article(head: list[str], count: int) -> None:
    """What stands above the first headline is the page's: pointers, its name, an office."""
    text = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶的手艺。"
    page = convert_page("\n".join([*head, "白果乡办起农民夜校", text]).encode(), "页.txt")
    assert [a.title for a in page.articles] == ["白果乡办起农民夜校"]
    assert len(page.furniture) == count
    assert page.articles[0].kicker is None


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("茶山开园", ["2020年3月2日"]),
        ("停电通知", ["联系电话：0917-3212345"]),
        ("茶山开园", ["编辑：石兰", "2020年3月2日 第4版"]),
        ("茶香·书香", []),
        *(
            (head, ["2021年4月8日 第3版"])
            for head in ("二〇二一年三月五日起封山育林", "正月十二开耕")
        ),
        *((head, []) for head in ("第四期公告", "星期日赶集", "第六版上架", "第2期 夜校第3期开讲")),
        ("2021年4月8日 第3期夜校开讲", []),
        ("《白果日报》第500期付印", []),
        ("2021年4月8日—11日 白果采茶节", []),
        ("八月十五中秋节", []),
        ("8·15 星期日", []),
    ],
)
def test_a_short_headline_above_a_day_is_no_pages_name(head: str, below: list[str]) -> None:
    """What stands above text is its headline, whatever of the page's head is below it."""
    text = "近日，石潭乡的春茶开采，九十名茶农天不亮就上山，赶着把头茬的嫩芽采下来送到茶厂里去。"
    page = convert_page("\n".join([head, *below, text]).encode(), "页.txt")
    assert [a.title for a in page.articles] == [head]


def test_a_sentence_that_opens_with_a_day_is_no_pages_head() -> None:
    """Words that nobody knows stand in a head between its parts, never in a sentence."""
    assert not is_issue_heading("2021年3月5日，白果，星期五，山茶初开。")
    assert not is_issue_heading("辛丑年清明的茶香，久久不散。")
    assert is_issue_heading("白果 2021年3月5日 星期五 内刊 第3版")


def test_a_short_headline_without_text_is_no_pages_name() -> None:
    """Above another headline, too, a contact alone does not make a page's name of it."""
    text = "本报讯（记者 石兰）近日，石潭乡的春茶开采，九十名茶农天不亮就上山采茶，一直忙到天黑。"
    lines = ["停电通知", "联系电话：0917-3212345", "石潭乡春茶开采", text]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert "停电通知" not in [line.text for line in page.furniture]
