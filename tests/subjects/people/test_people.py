"""Who counts as named in an article, and as what."""

import time
from pathlib import Path

import pytest

from plugins.subjects import SubjectTables, load_tables
from plugins.subjects.people.name_evidence import SETTINGS
from plugins.subjects.tables.name_features import FEATURES
from tests.prefecture.data import write_data
from tests.subjects.passages import find


def test_weights_fit_the_evidence(tables: SubjectTables) -> None:
    """Each piece of evidence has a weight in each setting."""
    weights = tables.people.names.weights
    assert tuple(weights) == SETTINGS
    assert all(len(row) == len(FEATURES) for row in weights.values())


def test_names_recur(tables: SubjectTables) -> None:
    """A name that comes back is known without title, and whole though a word follows it."""
    found = find(tables, "周大山种茶。周大山明白，茶好卖。", "后来，周大山又修了路。")
    assert [(p.name, p.public) for p in found.people] == [("周大山", False)]


def test_a_list_shares_its_title(tables: SubjectTables) -> None:
    """The title before a list of names is each one's."""
    found = find(tables, "副镇长何青松、罗思远和陈小荷参加。")
    assert [(p.name, p.role) for p in found.people] == [
        ("何青松", "公职"), ("罗思远", "公职"), ("陈小荷", "公职"),
    ]  # fmt: skip


def test_who_stands_behind_and_alone_is_somebody_else(tables: SubjectTables) -> None:
    """An official's title is not the household's that he is named together with."""
    found = find(tables, "局长罗思远和陈小荷一家结了对。陈小荷说，日子好了。")
    assert {p.name: p.public for p in found.people} == {"罗思远": True, "陈小荷": False}


def test_title_behind_a_list(tables: SubjectTables) -> None:
    """The title behind a list is each one's that has none of its own."""
    found = find(tables, "罗思远、陈小荷、马立春等五位医生到村里坐诊。")
    assert {p.role for p in found.people} == {"专业"}
    assert len(found.people) == 3


def test_title_in_apposition(tables: SubjectTables) -> None:
    """A title behind the name, after a comma or in parentheses, gives the role."""
    found = find(tables, "何青松，岚泽县茶叶局局长。罗思远代表（茶叶公司董事长）说好。")
    assert {p.name: p.role for p in found.people} == {"何青松": "公职", "罗思远": "专业"}


def test_only_one_named_with_an_honour_is_honoured(tables: SubjectTables) -> None:
    """An honour is whose sentence it is, and nobody's where two are named."""
    alone = find(tables, "何青松获评劳动模范。何青松回来了。")
    assert [(p.name, p.role) for p in alone.people] == [("何青松", "表彰")]
    two = find(tables, "陈小荷、罗思远获评劳动模范。陈小荷、罗思远回来了。")
    assert {p.role for p in two.people} == {"受访群众"}


def test_reporters_are_no_people(tables: SubjectTables) -> None:
    """Who reports is not reported on, in the text or in parentheses at its end."""
    assert find(tables, "本报记者何青松报道。", "（记者 罗思远、陈小荷）").people == ()


def test_a_daughter_is_not_her_father(tables: SubjectTables) -> None:
    """A short form that two names share makes nobody public by the other's title."""
    text = "所长艾热提·马木提说，要守规矩。女儿古丽米热·艾热提记得，艾热提所长常不在家。"
    found = {person.name: person.public for person in find(tables, text).people}
    assert found["艾热提·马木提"]
    assert not found["古丽米热·艾热提"]


@pytest.mark.parametrize(
    ("text", "private", "public"),
    [
        ("贫困户帕丽达·买提说，茶好卖。镇长买提说，路通了。", "帕丽达·买提", {"买提"}),
        ("本报记者买提报道。低保户帕丽达·买提养了羊。", "帕丽达·买提", set()),
        ("镇长买提·沙吾提说，路通了。五保户买提说，房子好。", "买提", {"买提·沙吾提"}),
        ("低保户汪洋种了三亩茶。", "汪洋", set()),
        ("特困户朱德一家住进新房。", "朱德", set()),
        ("坡上的汪洋一家六口人，种着两亩薄田。", "汪洋", set()),
        ("韩正今年57岁，住青石村，摔伤后卧床。", "韩正", set()),
        ("坡上的李强一家住着木屋。", "李强", set()),
        ("镇里慰问了罗思远、陈小荷两名退休教师。", "陈小荷", set()),
        ("给罗思远、陈小荷两名教师送上棉被。", "陈小荷", set()),
        ("罗思远、陈小荷两名医生瘫在床上。", "罗思远", set()),
        ("罗思远、陈小荷两名困难教师住进新房。", "陈小荷", set()),
        ("罗思远、陈小荷两位医生得到资助。", "罗思远", set()),
        ("县里救助了罗思远、陈小荷等三名患病教师。", "罗思远", set()),
        ("身患尿毒症的罗思远、陈小荷两名教师。", "陈小荷", set()),
        ("罗思远、陈小荷两名患肝硬化的医生。", "罗思远", set()),
    ],
)
def test_nobody_poor_is_public_by_another(
    text: str, private: str, public: set[str], tables: SubjectTables
) -> None:
    """Neither a short form, nor a leader's or reporter's name, nor an office makes aid public."""
    found = find(tables, text)
    assert {person.name for person in found.people if person.public} == public
    assert private in found.unshared_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村支书看望曲珍，送去了棉被。", "曲珍"),
        ("校长扶央金上了台。", "央金"),
        ("教师帮旺堆补课。", "旺堆"),
        ("医生拉尼玛上车。", "尼玛"),
        ("书记带扎西巴图看房。", "扎西巴图"),
        ("镇长扶次仁旺堆，走上了台。", "次仁旺堆"),
    ],
)
def test_whom_an_official_helps_is_not_public(text: str, name: str, tables: SubjectTables) -> None:
    """A verb behind an office is no part of a name, and makes nobody an official."""
    found = find(tables, text)
    assert found.people == ()
    assert any(name in one for one in found.unshared_names)


@pytest.mark.parametrize("name", ["巴桑旺堆", "拉巴扎西", "贡布多吉", "久美才让", "边巴卓玛"])
def test_native_names_begin_with_nouns(name: str, tables: SubjectTables) -> None:
    """What the dictionary has for a noun or a place may begin an official's native name."""
    people = find(tables, f"乡长{name}说，路通了。").people
    assert [(person.name, person.role) for person in people] == [(name, "公职")]


def test_figures_are_known(tables: SubjectTables) -> None:
    """Leaders of whom no hardship is told may stand in excerpts, and have no page."""
    found = find(
        tables, "习近平总书记强调要苦干。学习雷锋。国家领导人李克强出席。罗思远委员长来访。"
    )
    assert (found.people, found.unshared_names) == ((), ())
    assert "罗思远" in find(tables, "除村民罗思远外长期在村的不多。").unshared_names


def test_who_has_a_national_office_is_no_namesake(tables: SubjectTables) -> None:
    """Talk of households hides no leader beside his office; without it, it may be a namesake's."""
    told = find(tables, "习近平总书记牵挂贫困家庭。总书记习近平来到老人家里。")
    assert "习近平" not in told.unshared_names
    both = "习近平总书记来过。习近平今年57岁，家里三口人。"
    assert "习近平" in find(tables, both).unshared_names
    assert "习近平" in find(tables, both.replace("。", "，")).unshared_names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("医生古丽娜·买买提检查后说，没事。", ["古丽娜·买买提"]),
        ("英雄模范艾山·买提走了。", ["艾山·买提"]),
        ("印度博士后阿妮莎说，茶好。", ["阿妮莎"]),
        ("茶评·最美奋斗者陈小荷", ["陈小荷"]),
        ("2010年荣立一等功。", []),
    ],
)
def test_what_stands_beside_is_no_part_of_a_name(
    text: str, named: list[str], tables: SubjectTables
) -> None:
    """Verbs behind a name, honours and columns before it are left off."""
    assert [person.name for person in find(tables, text).people if person.public] == named


def test_national_figures_by_setting(tables: SubjectTables, tmp_path: Path) -> None:
    """Heads of states are left out, unless the site's settings say otherwise."""
    text = "总理何青松表示祝贺，县长罗思远说好。"
    assert [p.name for p in find(tables, text).people] == ["罗思远"]
    folder = write_data(tmp_path / "data")
    with (folder / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("national_people: true\n")
    named = [p.name for p in find(load_tables(folder), text).people]
    assert named == ["何青松", "罗思远"]


@pytest.mark.parametrize(
    ("text", "name", "public"),
    [
        ("脱贫户陈立新过着安稳日子。", "陈立新", False),
        ("村支书刘学成了榜样。", "刘学成", True),
        ("镇长陈振兴过着苦日子。", "陈振兴", True),
    ],
)
def test_verbs_may_end_given_names(
    text: str, name: str, public: bool, tables: SubjectTables
) -> None:
    """A name is whole though its last character is a verb, and what follows says it is over."""
    assert [(p.name, p.public) for p in find(tables, text).people] == [(name, public)]


def test_many_names_take_no_longer(tables: SubjectTables) -> None:
    """A text of nothing but names is read in a time that grows with its length alone."""
    given = "春夏秋冬梅兰竹菊"
    names = [f"村民周{a}{b}说，" for a in given for b in given]
    find(tables, "".join(names))
    took = []
    for times in (4, 16):
        start = time.process_time()
        find(tables, "".join(names * times))
        took.append(time.process_time() - start)
    assert took[1] < 8 * took[0] + 0.1


def test_days_are_no_names(tables: SubjectTables) -> None:
    """What stands behind a title and has a numeral in it names nobody."""
    assert find(tables, "青年代表5月6日表示，茶园要扩大。").people == ()
