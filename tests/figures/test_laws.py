"""Laws of extraction: true of every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block, Figure
from tests.amounts import choose

PIECES = st.sampled_from(
    ["0", "5", "37", "1.5", "２", "８", "一", "两", "三", "十", "百", "千", "万", "亿", "半", "数",
     "几", "余", "多", "来", "近", "约", "超", "以上", "左右", "至", "-", "~", "、", "和", "，",
     "。", "；", ":", "/", "%", "‰", "成", "倍", "元", "户", "人", "个", "亩", "公里", "千瓦",
     "个百分点", "小时", "分", "角", "百分之", "分之", "贫困人口", "群众", "年", "月", "日", "今年",
     "目前", "2019年", "第", "“", "”", "(", ")", "新建", "道路", "投入资金", "同比增长", "下降到",
     "由", "从", "分别", "县", "石潭县", "大河镇", "该县", "村民张三", "预计", "计划", "的", "\0",
     "\n"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


def _figures(texts: list[str], tables: FigureTables) -> tuple[Figure, ...]:
    return extract_figures([Block("paragraph", text) for text in texts], (), None, tables)


@settings(max_examples=choose(150, 5000))
@given(texts=st.lists(TEXTS, max_size=2))
def test_offsets_give_raw_back_and_never_overlap(tables: FigureTables, texts: list[str]) -> None:
    """Whatever the text, offsets lead to the raw words, figures stand in order and apart."""
    last = (-1, 0)
    for figure in _figures(texts, tables):
        assert texts[figure.paragraph][figure.start : figure.end] == figure.raw != ""
        assert (figure.paragraph, figure.start) >= last
        last = (figure.paragraph, figure.end)


@settings(max_examples=choose(30, 500))
@given(text=TEXTS)
def test_extraction_is_deterministic(tables: FigureTables, text: str) -> None:
    """The same text gives the same figures, whatever was read in between."""
    first = _figures([text], tables)
    _figures(["石潭县新建道路3公里,投资5万元。"], tables)
    assert _figures([text], tables) == first
