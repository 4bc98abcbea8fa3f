import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model import DateEstimate
from plugins.site.display.citations import Cited, bibtex, gbt7714, ris

DATED = Cited(
    key="xunbin-zongshu",
    title="“笃”定前行战贫困",
    subtitle="浔滨区脱贫攻坚“三比一提升”工作综述",
    authors=("陈善刚",),
    newspaper="康宁日报",
    date=datetime.date(2019, 11, 21),
    estimate=None,
    page=3,
    address="https://a.example/articles/xunbin-zongshu.html",
)
UNDATED = DATED._replace(date=None, address=None, page=None, subtitle=None)


def test_dated_article_on_line() -> None:
    """An article with date, page and address is an [N/OL] with half-width . and [ ] only."""
    assert gbt7714(DATED) == (
        "陈善刚. “笃”定前行战贫困：浔滨区脱贫攻坚“三比一提升”工作综述[N/OL]. "
        "康宁日报，2019-11-21（3）. https://a.example/articles/xunbin-zongshu.html."
    )


def test_estimated_and_unknown_years_are_marked() -> None:
    """An estimated year stands in brackets; an unknown date or newspaper is said to be so."""
    estimated = UNDATED._replace(estimate=DateEstimate(interval="2019-11/2019-12"))
    two_years = UNDATED._replace(estimate=DateEstimate(interval="2018-12/2019-01"))
    assert gbt7714(estimated) == "陈善刚. “笃”定前行战贫困[N]. 康宁日报，[2019]."
    assert gbt7714(two_years).endswith("康宁日报，[2018—2019].")
    unknown = UNDATED._replace(newspaper=None)
    assert gbt7714(unknown) == "陈善刚. “笃”定前行战贫困[N]. [报纸名不详]，[日期不详]."


def test_four_authors_become_three_and_others() -> None:
    """Three authors are all named; of four, three and 等; without any, the title begins."""
    names = ("张一", "李二", "王三", "赵四")
    three = UNDATED._replace(authors=names[:3])
    four = UNDATED._replace(authors=names)
    assert gbt7714(three).startswith("张一，李二，王三. ")
    assert gbt7714(four).startswith("张一，李二，王三，等. ")
    assert gbt7714(UNDATED._replace(authors=())).startswith("“笃”定")


def test_bibtex_golden() -> None:
    """A BibTeX entry keeps names whole and says how its date is known."""
    estimated = UNDATED._replace(
        title="增收100% & 脱贫{摘帽}",
        authors=("张一", "李二"),
        estimate=DateEstimate(interval="2019-11/2019-12"),
    )
    assert bibtex(estimated) == (
        "@article{xunbin-zongshu,\n"
        "  author = {{张一} and {李二}},\n"
        r"  title = {{增收100\% \& 脱贫\{摘帽\}}}," + "\n"
        "  journal = {康宁日报},\n"
        "  year = {[2019]},\n"
        "  note = {约2019年11—12月（据内文推定）},\n"
        "  langid = {chinese},\n"
        "}\n"
    )


def test_ris_golden() -> None:
    """An RIS record begins with its type, ends with ER, and ends every line with CR LF."""
    assert ris(DATED).split("\r\n") == [
        "TY  - NEWS",
        "AU  - 陈善刚",
        "TI  - “笃”定前行战贫困：浔滨区脱贫攻坚“三比一提升”工作综述",
        "T2  - 康宁日报",
        "PY  - 2019",
        "DA  - 2019/11/21",
        "SP  - 3",
        "LA  - zh-CN",
        "UR  - https://a.example/articles/xunbin-zongshu.html",
        "ER  - ",
        "",
    ]
    assert "DA" not in ris(UNDATED) and "PY" not in ris(UNDATED)


@settings(deadline=None)
@given(st.text(), st.text())
def test_no_text_breaks_the_formats(title: str, author: str) -> None:
    """Whatever a title or name holds, BibTeX braces balance and RIS has no line of its making."""
    cited = UNDATED._replace(title=title, authors=(author,))
    entry = bibtex(cited)
    plain = entry.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert len(ris(cited).splitlines()) <= 7
    assert ris(cited).count("ER  - ") - title.count("ER  - ") - author.count("ER  - ") <= 1
