"""What may name somebody, and so stands in no excerpt."""

import pytest

from plugins.subjects import SubjectTables
from tests.subjects.passages import find


def test_parts_of_known_names_are_not_kept_back(tables: SubjectTables) -> None:
    """An official who is called by a part of his name may stand in excerpts so."""
    text = "村民古丽娜·艾山养羊。所长艾山·买提说，路通了。"
    assert "古丽娜" in find(tables, text).unshared_names
    assert "艾山" not in find(tables, text).unshared_names


def test_words_are_no_given_names(tables: SubjectTables) -> None:
    """A poor man's given name that is a word hides no talk of that; one that speaks is hidden."""
    words = find(tables, "贫困户马振兴种茶。乡村振兴，产业振兴。").unshared_names
    assert "马振兴" in words
    assert "振兴" not in words
    assert "振兴" in find(tables, "贫困户马振兴种茶。振兴说好。振兴笑了。").unshared_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村里的孙清，起早贪黑。", "孙清"),
        ("跟帕提古丽娅一样的人不少。", "帕提古丽娅"),
        ("老人马立春笑了。", "马立春"),
        ("汉松说，水甜。", "汉松"),
        ("在山神庙村周大山家中，茶香扑鼻。", "周大山"),
        ("仁桑益措来自山那边的牧场。", "仁桑益措"),
        ("州里的沃尔泽老人唱起了歌。", "沃尔泽"),
        ("本科生萨米尔写了一封信。", "萨米"),
        ("周小雅今年7岁。可小雅已经会做饭，小雅的老师夸她。", "小雅"),
        ("欧阳小雅今年7岁。小雅爱画画，小雅的画好看。", "小雅"),
        ("贫困户周卖粮去年脱了贫。", "周卖粮"),
        ("低保户罗打柱患病多年。", "罗打柱"),
        ("特困户何推山住进新房。", "何推山"),
        ("贫困户陈小看种了三亩茶。", "陈小看"),
        ("低保户陈强种了三亩茶。", "陈强"),
        ("家住茶园小区的陈小荷老人家里来了医生。", "陈小荷"),
        ("女儿古丽娜·买买提打零工。古丽娜还是动了心。", "古丽娜"),
        ("首批入住者尔古石哈，手握铁锹。", "尔古石"),
        ("他为阿柱免费送来种苗。", "阿柱"),
        ("谌小荷的家，只有两个人，父亲和谌小荷。", "谌小荷"),
        ("老张种茶卖了三千元，大伙都很高兴。", "老张"),
        ("小张的母亲走得早，靠邻居接济长大。", "小张"),
        ("低保户古丽娜·买买提打零工。医生古丽娜·艾山说，路通了。", "古丽娜"),
    ],
)
def test_whoever_may_be_named_is_kept_back(text: str, name: str, tables: SubjectTables) -> None:
    """What may be a name is kept out of excerpts, sure or not."""
    assert any(name.startswith(one) for one in find(tables, text).unshared_names)


def test_public_people_and_places_are_not_kept_back(tables: SubjectTables) -> None:
    """Officials, their reporters and places may stand in excerpts."""
    found = find(tables, "本报记者陈小荷报道：平达县长安镇镇长何青松说，路修好了。")
    assert not {"何青松", "陈小荷", "平达县", "长安镇", "平达"} & set(found.unshared_names)


def test_names_are_kept_back_as_they_are_printed(tables: SubjectTables) -> None:
    """In traditional script, too: an excerpt is asked for names in its own characters."""
    text = "老張種茶三畝，阿龍養雞，鄉親們都說好。漢鬆說，今年的茶價高，他和鄉親們種的茶都賣完了。"
    assert {"老張", "阿龍", "漢鬆"} <= set(find(tables, text).unshared_names)
