"""What a number measures, in the article's own words."""

import pytest

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

CASES = [
    # The noun behind the measure, with what describes it.
    ("吸引35名像小霞这样的农民就业。", ["像小霞这样的农民就业"]),
    ("7家全球知名金融机构落户。", ["全球知名金融机构落户"]),
    ("街道60多名党员、干部、群众到场。", ["党员、干部、群众"]),
    ("资金投向12个集中连片特困地区。", ["集中连片特困地区"]),
    ("覆盖全部12个集中连片特困地区。", ["集中连片特困地区"]),
    ("北山安置区750户3200名建档立卡贫困群众住进新房。", ["建档立卡贫困群众", "建档立卡贫困群众"]),
    ("省里明确的52个挂牌督战贫困县。", ["挂牌督战贫困县"]),
    ("新城的30多名“邻里志愿者”上门服务。", ["“邻里志愿者”"]),
    ("南坡10个未摘帽深度贫困村。", ["未摘帽深度贫困村"]),
    # What is not yet so is never told as if it were.
    ("南坡还有未摘帽村10个。", ["未摘帽村"]),
    ("尚未脱贫的贫困户还有320户。", ["尚未脱贫的贫困户"]),
    ("镇里不达标学校3所。", ["不达标学校"]),
    ("这是35万元捐款。", ["捐款"]),
    ("增设停车、休息、问讯等4项举措。", ["举措"]),
    ("增加近6万平方米展览面积。", ["展览面积"]),
    ("人口由2012年底的69万降到2018年底的11万。", ["人口", "人口"]),
    ("拥有12条先进的现代化流水线。", ["先进的现代化流水线"]),
    ("已有来自9个国家的40家媒体报名。", ["国家", "媒体报名"]),
    ("整合了61个部门13亿条数据。", ["部门", "数据"]),
    ("7个国际组织参会。", ["国际组织"]),
    ("下载量超31万、用户数24万人。", ["用户数"]),
    # Money is named without who spent it, a change without what it is compared with.
    ("李小明先后投入90万元，绿化荒山。", ["绿化荒山投入"]),
    ("餐饮店日均销售额比清明假期增长32%。", ["餐饮店日均销售额增长"]),
    # A share is of what stands behind its 的.
    ("92%的贫困户有了产业。", ["贫困户"]),
    # Brackets hold the number of what stands before them.
    ("向敬老院赠送电视机（93台）。", ["赠送电视机"]),
    # What a counted noun does belongs to it, and a verb of change to what changes.
    ("实现3.1万贫困人口就近就业。", ["贫困人口就近就业"]),
    ("顺差2.05亿元，扩大44.2%。", ["顺差", "顺差扩大"]),
    # 、 ends what belongs to another.
    ("做到医院“零感染”、治愈率100%。", ["治愈率"]),
    ("古墓30处，古建筑280处。", ["古墓", "古建筑"]),
    # What is counted is the last noun behind the 的, whatever describes it.
    ("调剂了500个就业岗位。", ["就业岗位"]),
    ("针对收入不稳的28户计划脱贫户，开办工厂。", ["计划脱贫户"]),
    ("12个药效确切但价格昂贵的品种入选。", ["品种"]),
    ("提出20条稳定消费、提振信心的措施。", ["措施"]),
    ("带领拥有800名员工的厂子复工。", ["员工"]),
    # A number that bounds a class is of what the class has.
    ("挂牌督战的7个贫困人口在5000人以上的县份。", ["县份", "贫困人口"]),
    # Places are counted, not what is theirs; and by one letter, too.
    ("中部22个省份公益岗位安置3万人。", ["省份", "公益岗位安置"]),
    ("有16个镇（街道）、288个村通过验收。", ["镇（街道）", "村"]),
    # A change goes on over its base, an average over what it is of, a list over a 分别.
    ("商户从2015年的760家发展到今年的1691家。", ["商户", "商户"]),
    ("航班起降120架次，日均8架次。", ["航班起降", "日均航班起降"]),
    ("如苹果、板栗、核桃出口分别增长4%、3%、2%。", ["苹果出口", "板栗出口", "核桃出口"]),
    # What stands in brackets is an aside.
    ("小店贷款（包括单笔9万元以下的茶农贷款）余额12亿元。", ["茶农贷款", "小店贷款余额"]),
    # Shares in a row are of one thing, and 税率 is what a share is called; an average is of no sum.
    ("火灾90起，环比上升8%和13%。", ["火灾", "火灾环比上升", "火灾环比上升"]),
    ("将工厂16%增值税率降至13%。", ["增值税率", "增值税率"]),
    ("入住率达到13%，明年进一步提高到30%。", ["入住率", "入住率进一步提高"]),
    ("航班累计起降1200架次，日均80架次。", ["航班累计起降", "日均航班起降"]),
    # What is told of a thing, or how old it is, names it not; money is called by what it is.
    ("5台水泵抽水都来不及排干。", ["水泵"]),
    ("得知村里25名70岁以上老人要看病。", ["老人要看病"]),
    ("村里帮我们申请了30万元免息贷款。", ["申请免息贷款"]),
    ("创建100多个现代农业示范区。", ["创建现代农业示范区"]),
    ("捐赠1万只民用一次性口罩。", ["捐赠民用一次性口罩"]),
    ("组织21个村的帮扶干部学习。", ["村"]),
    # Behind a list what it is of goes on.
    (
        "9个村累计投入修渠、养蚕等资金3亿元，平均每个村3333万元。",
        ["村", "养蚕等资金", "平均每个村投入资金"],
    ),
    # All that stands between 的 and the next mark is a noun; a size tells which way it is measured.
    ("老人还上了5万元的欠债。", ["欠债"]),
    ("一条近3公里长的引水渠通水。", ["引水渠"]),
    ("山坡以每年2.5%的石漠化缩减速率恢复。", ["石漠化缩减速率"]),
    # What is told of what is counted is no name; nor is what was told before, of what 把 takes.
    ("60名平均年龄只有20岁的女兵参训。", ["女兵", "平均年龄"]),
    ("他们带头种树、修渠，把90多亩撂荒地改成茶园。", [""]),
    # What 把 or 将 takes is told without what is done with it, or not at all.
    ("村里把6亩荒坡租给茶厂。", ["荒坡"]),
    ("县里将50万元资金投入桥梁。", [""]),
    ("镇里将40名干部派往村里。", ["干部"]),
    ("村里将7项贫困户帮扶措施张榜。", [""]),
    ("会上决定将3个方案分别送审。", ["方案"]),
    # 和…相比 is a comparison, what a list before 等 is of goes on, and so do names behind a 和.
    ("占比超过60%，与2015年相比提高了8个百分点。", ["占比", "占比提高"]),
    ("采取资金、用地、人才等12项扶助支持政策。", ["扶助支持政策"]),
    ("在建12个、86万千瓦光伏项目复工。", ["光伏项目", "光伏项目"]),
    (
        "东部、中部和西部工业园区产值分别为2亿元、3亿元和4亿元。",
        ["东部工业园区产值", "中部工业园区产值", "西部工业园区产值"],
    ),
    # Who is named in a clause before, not all of it.
    ("白鹭经历了大规模的捕猎，从2万只减到300只。", ["白鹭", "白鹭"]),
]


def test_the_object_of_what_is_counted_is_not_its_name(tables: FigureTables) -> None:
    """A noun that is the measure has no verb with an object in its indicator."""
    text = "帮助3.1万贫困人口告别交通不便的日子。"
    (figure,) = extract_figures([Block("paragraph", text)], [], None, tables)
    assert figure.indicator is not None
    assert figure.indicator.endswith("贫困人口")


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_indicator(tables: FigureTables, text: str, wanted: list[str]) -> None:
    """Each number has the words that name what it measures, and none of another's."""
    found = extract_figures([Block("paragraph", text)], [], None, tables)
    indicators = [figure.indicator or "" for figure in found]
    assert len(indicators) == len(wanted)
    pairs = zip(wanted, indicators, strict=True)
    assert all(word in said if word else not said for word, said in pairs), indicators


def test_a_relative_clause_without_its_noun_names_nothing(tables: FigureTables) -> None:
    """What stands before 的 says nothing of a count when no noun follows it."""
    (figure,) = extract_figures([Block("paragraph", "远低于规划提出的70例。")], [], None, tables)
    assert figure.indicator is None


def test_the_place_behind_a_count_is_no_part_of_its_name(tables: FigureTables) -> None:
    """What is told of a place before it is named without the place, and without what it does."""
    text = "人口200万的昭通市建成学校20所。"
    found = extract_figures([Block("paragraph", text)], [], None, tables)
    assert [figure.indicator for figure in found] == ["人口", "建成学校"]
