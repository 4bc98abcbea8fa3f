import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.punctuation import FULL_WIDTH, widen

CASES = [
    ("连日来,汉滨区高位推动,持续发力.", "连日来，汉滨区高位推动，持续发力。"),
    ("本报讯(通讯员 张涛 张会香)近日,", "本报讯（通讯员 张涛 张会香）近日，"),
    ("投入8.46亿元,新建687条;占100%,达标", "投入8.46亿元，新建687条；占100%，达标"),
    ("PM2.5平均浓度由1~8月的35微克/立方米下降", "PM2.5平均浓度由1~8月的35微克/立方米下降"),
    ("上午10:30开会,1,000人到场", "上午10:30开会，1,000人到场"),
    ("他说:“好!”大家问:“真的?”", "他说：“好！”大家问：“真的？”"),
    ("生产总值(GDP)10亿元", "生产总值（GDP）10亿元"),
    ("(1)加强领导.(2)落实责任.", "（1）加强领导。（2）落实责任。"),
    ("He said (twice): yes, 3.5!", "He said (twice): yes, 3.5!"),
    ("“yes”, he said.", "“yes”, he said."),
    ("见http://a.cn/b,c?d=1,欢迎(见www.a.cn/b)", "见http://a.cn/b,c?d=1，欢迎（见www.a.cn/b）"),
    ("邮箱:a.b@c.cn.请来信", "邮箱：a.b@c.cn.请来信"),
    ("3.加强管理", "3.加强管理"),
    ("等等...", "等等..."),
    ("“57”,八个一批", "“57”，八个一批"),
    ("列夫.托尔斯泰的书.他读了.", "列夫.托尔斯泰的书。他读了。"),
    ("古丽.买买提种棉.", "古丽.买买提种棉。"),
    ("修路三公里.达到了.", "修路三公里。达到了。"),
]


@pytest.mark.parametrize(("printed", "shown"), CASES)
def test_marks_follow_the_sentence(printed: str, shown: str) -> None:
    """Marks of a Chinese sentence become full-width; numbers, Latin and addresses stay."""
    assert widen(printed) == shown


@given(st.text("中国脱,.:;?!()“”《》a1 %~/、（），"))
def test_widening_keeps_every_place(text: str) -> None:
    """Widening keeps the length, changes marks only, and does nothing the second time."""
    shown = widen(text)
    assert len(shown) == len(text)
    assert all(a == b or FULL_WIDTH.get(a) == b for a, b in zip(text, shown, strict=True))
    assert widen(shown) == shown


@given(st.text(st.characters(max_codepoint=127)))
def test_latin_text_stays(text: str) -> None:
    """Text without a Chinese character never changes."""
    assert widen(text) == text
