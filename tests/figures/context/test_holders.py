"""Whose a number is: the holder of its clause, and nobody wider."""

import pytest

from plugins.figures import FigureTables, Place, extract_figures
from plugins.model import Block

COUNTY = Place("石潭县", "县区", ("石潭",))
CASES = [
    # A clause's own holder, and what ends it.
    ("石潭县建成茶园3万亩。全省建成茶园90万亩。", [("石潭县", "县区"), ("石潭县", "省")]),
    ("截至去年底，我国共有养老床位760万张。", [(None, "全国")]),
    # A listed place behind a word that says what or where it is.
    ("省会长沙市投入7万元。", [("长沙市", "市")]),
    ("同期雁塔区投入7万元。", [("雁塔区", "县区")]),
    ("川北阆中市投入7万元。", [("阆中市", "县区")]),
    ("记者从农业农村部获悉，已建成冷库3.2万个。", [(None, "全国")]),
    ("湖北累计造林80万亩。", [("湖北", "省")]),
    ("湖北省中医院收治病人300人。", [("湖北省", "单位")]),
    ("内蒙古自治区脱贫12万人。", [("内蒙古自治区", "省")]),
    # No number is so much as one person's, one family's or one county's.
    ("他说全国有驻村干部278万名。", [(None, "全国")]),
    ("张家福种茶20年，他带动群众3.2万人。", [("石潭县", "县区"), ("石潭县", "县区")]),
    ("电商已覆盖780个贫困县。", [(None, None)]),
    # A person's number stays a person's, wherever he was treated.
    ("贫困户梁建国说，今年他患病，在石潭县人民医院住院，花了2.3万元。", [("石潭县", "个人")]),
    ("“去年养蚕卖了1.8万元。”村民老赵说。全县养蚕2万张。",
     [("石潭县", "个人"), ("石潭县", "县区")]),
    ("“全县今年新修公路30公里。”交通局局长说。", [("石潭县", "县区")]),
    ("“大家一起清出垃圾3吨。”村支书何明说。", [("石潭县", None)]),
    # A firm that is called after a province is not the province's, nor of a place told in passing.
    ("江苏南岭公司捐款80万元。", [(None, "单位")]),
    ("双河县有条老路。路坏了。雨天难走。南岭集团在全国建了公路300公里。", [("石潭县", "单位")]),
    ("江西南昌经济开发区，江西金石焊接材料有限公司出口焊丝20吨。", [(None, "单位")]),
    # What ends in a rank is no place when the nation's lists have none of that name.
    ("上虞区有茶园3万亩。", [("上虞区", "县区")]), ("且上虞区有茶园3万亩。", [("上虞区", "县区")]),
    ("公共区有企业60家。", [("石潭县", "县区")]), ("萍乡建成茶园3万亩。", [("萍乡市", "市")]),
    ("31个省区市新增病例8例。", [(None, "全国")] * 2),
    ("西安碑林区有茶园3万亩。", [("碑林区", "县区")]), ("伦敦市建厂3家。", [("伦敦市", "市")]),
    ("石城镇建厂3家。", [("石城镇", "镇")]), ("驻军村建厂3家。", [("石潭县", "县区")]),
    # A city may be a county; behind a ； the sentence goes back to whom it began with.
    ("义乌市办厂78家。全市建仓库20座。", [("义乌市", "县区"), ("义乌市", "县区")]),
    ("石潭县修路3公里，南岭集团在全国建厂9家；种茶5万亩。",
     [("石潭县", "县区"), ("石潭县", "单位"), ("石潭县", "县区")]),
    # A place that no table has, or none by this name, is not the one before.
    ("四川凉山的11个县通了车。", [(None, None)]),
    ("云溪镇那木其村有29户。", [("云溪镇", "村")]),
    # 全区 stands for a district, 全县 for a county.
    ("白云县脱贫2万人。全区造林3万亩。", [("白云县", "县区"), ("石潭县", "县区")]),
    ("广西修路300公里。全区实施项目430个。", [("广西", "省"), ("广西", "省")]),
    # The world is nobody here, and a wage is no county's.
    ("全球每年减少病例3万例。", [(None, None)]),
    ("工人每月拿到手的工资3200元。", [("石潭县", None)]),
    # What stands beside the number tells it nearer: all of a village, one work.
    ("何明带着工作队，带动全村647人脱贫。", [("石潭县", "村")]),
    ("石潭县投资900万元建成茶叶交易中心。", [("石潭县", "项目")]),
    ("石潭县投入900万元，实施36个村的饮水工程。", [("石潭县", "县区"), ("石潭县", "县区")]),
    # A town that only tells where somebody is from is not spoken of any more.
    ("白云乡的医生用上了新设备。已有316个村用上。", [("石潭县", "县区")]),
    # The nation's and a province's end where another county, village or firm is spoken of.
    ("全国种茶900万亩。位于山里的白云县，产茶3万吨。茶园有2万亩。",
     [(None, "全国"), (None, None), (None, None)]),
    ("全国脱贫90万人。惠农公司带动农户3000户。", [(None, "全国"), (None, None)]),
    ("青云各族自治县有茶园3万亩。该县脱贫2万人。",
     [("青云各族自治县", "县区"), ("青云各族自治县", "县区")]),
    # A list of honours is no nation, and others than those named are none of them.
    ("石潭县入选全国示范县，有茶园3万亩。", [("石潭县", "县区")]),
    ("石潭县建厂5家，其他乡建厂8家。", [("石潭县", "县区"), (None, None)]),
    ("张家洼县种茶300亩。", [("张家洼县", "县区")]),
    # 非 opens more than groups, and 另据 tells who says it.
    ("非遗进村落，石潭县接待3万人。", [("石潭县", "县区")]),
    ("非遗进乡村，全年接待3万人。", [("石潭县", "县区")]),
    ("另据县林业局介绍，造林3万亩。", [("石潭县", "县区")]),
    ("非重点县造林3万亩。", [(None, None)]),
    # What is counted speaks for nobody.
    ("大河镇两家布艺玩偶厂建成开业。", [("大河镇", "镇")]),
    ("布艺玩偶厂建成车间3万平方米。", [("石潭县", "单位")]),
    # An office in mid-clause is no nation, nor is a part of it, nor are guests from all over.
    ("石潭县先后获批教育部试点学校3所。", [("石潭县", "县区")]),
    ("全国用电5万小时，西北地区用电3万小时。", [(None, "全国"), (None, None)]),
    ("各地游客来了，接待7万人。", [("石潭县", "县区")]),
    ("全国治水英雄造林3万亩。", [("石潭县", "县区")]),
    # A city stands behind its province without its rank, and a list of several is of none of them.
    ("在湖北武汉，向市民发券30万张。", [("武汉市", "市")]),
    ("云南昭通的11个县通了车。", [("昭通市", "市")]),
    ("北京市海淀区、河北省正定县等20个县区获奖。", [(None, None)]),
    # But a part of another name, or what only bears a city's name, is no city.
    ("湖北武汉大学捐款30万元。", [(None, "单位")]), ("云南普洱茶卖到300家。", [("云南", "省")]),
    ("上海市南京路有商铺3000家。", [("上海市", "市")]),
    ("江苏中山陵迎客3万人。", [(None, None)]),
    # A family may be named by who lives there; one age of many is no person's.
    ("柳树村的王大山家拆房300平方米。", [("石潭县", "家庭")]),
    ("平均年龄只有20岁的女兵种茶300亩。", [("石潭县", "县区")] * 2),
    # What each gets is no county's.
    ("石潭县给每户补助3000元。", [("石潭县", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_holder(
    outspoken: FigureTables, text: str, wanted: list[tuple[str | None, str | None]]
) -> None:
    """Each figure has the place and the scope of who is spoken of, or none."""
    found = extract_figures([Block("paragraph", text)], [COUNTY], None, outspoken)
    assert [(figure.place, figure.scope) for figure in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "地处山区，投入5万元。",
        "陇南山区投入5万元。",
        "秦巴中山区投入5万元。",
        "太行山区投入5万元。",
        "扩建老城区，投入5万元。",
        "大湾区投入5万元。",
        "大城市投入5万元。",
        "中国城镇居民存款5万元。",
        "西南地区投入5万元。",
        "当地村投入5万元。",
        "欧元区投入5万元。",
        "产品上市收入5万元。",
        "村容村貌整治投入5万元。",
        "治区投入5万元。",
        "回乡创业的有50人。",
        "通达城乡的公路有30公里。",
        "县委投入5万元。",
    ],
)
def test_no_place(outspoken: FigureTables, text: str) -> None:
    """Letters that look like a place with its rank are none."""
    (figure,) = extract_figures([Block("paragraph", text)], [], None, outspoken)
    assert figure.place is None


def test_no_place_is_carried_into_another_paragraph(outspoken: FigureTables) -> None:
    """A place that the article is not about holds in its own paragraph only."""
    texts = ["砀山县卖出酥梨3万吨。", "电商带动就业20万人。"]
    first, second = extract_figures([Block("paragraph", t) for t in texts], [], None, outspoken)
    assert (first.place, second.place) == ("砀山县", None)
