"""Personal names as bylines print them: alone, with blanks inside, or run together."""

from collections.abc import Iterable
from itertools import groupby, pairwise

from plugins.chinese.expressions import compile_late

#: Characters of names: rare ones of all planes, 々 and 〇, and those that a font has of its own.
HAN = "\u3005\u3007\u3400-\u9fff\ue000-\uf8ff\U00020000-\U000323af\U000f0000-\U000ffffd"
#: The family names that nearly all people have, of one character and of two.
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧"
    "隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池"
    "乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎"
    "戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后"
    "荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦岳帅况亢有琴商佘牟佴伯赏墨哈谯笪年爱阳佟仝闪覃付肖代邸候卿原闻苟祖尕拉扎多旦"
)
_COMPOUND = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|"
    "仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|第五|轩辕|呼延|百里|东郭|西门|淳于|单于"
)
_FULL = (
    rf"(?:{_COMPOUND})[{HAN}]{{1,2}}|[{_SURNAMES}][{HAN}]{{1,2}}|"
    rf"[{HAN}]{{1,6}}(?:·[{HAN}]{{1,8}}){{1,3}}"
)
_NAME = compile_late(_FULL)
_COMPOUND_NAME = compile_late(rf"(?:{_COMPOUND})[{HAN}]{{1,2}}")
_ANY = compile_late(rf"[{HAN}]{{2,5}}|{_FULL}")
_HAN = compile_late(f"[{HAN}]")
#: Two names run together have four characters at least, and no list of them more than this.
_RUN = range(4, 31)
#: What opens like a name and is a word of newspapers.
_NO_NAMES = frozenset([
    "简讯", "时讯", "快讯", "要闻", "高考", "安全", "经济", "单位", "原创",
    "文化", "教育", "商讯", "党建", "连日来",
])  # fmt: skip


def is_name(text: str) -> bool:
    """Whether it may be a name: a family name with one or two characters, or one with points."""
    return _NAME.fullmatch(text) is not None and text not in _NO_NAMES


def split_names(run: str, *, named: bool = False) -> tuple[str, ...]:
    """The names that a run of characters without blanks consists of; () where it is none.

    With `named`, something before says that names follow, so that one of two to five characters
    counts, whatever its family name. Four and more are two names and more, where each of them has a
    family name that is known: 王飞李勇.
    """
    if is_name(run) and (len(run) < 4 or _COMPOUND_NAME.fullmatch(run) or "·" in run):
        return (run,)
    if names := _cut_run(run):
        return names
    return (run,) if named and _ANY.fullmatch(run) else ()


def _cut_run(run: str) -> tuple[str, ...]:
    """The fewest names of known families that a run can be cut into; () where it cannot be."""
    if len(run) not in _RUN:
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 4), end - 1):
            before, name = best[start], run[start:end]
            if before is None or not is_name(name):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, name)
    return best[-1] or ()


def close_names(words: Iterable[str], kept: Iterable[str]) -> list[str]:
    """Names printed with blanks inside closed up: 王 五, 张 碧 迁; `kept` words stay alone.

    Characters that stand alone go together in pairs, the last three where their number is odd.
    """
    closed: list[str] = []
    others = frozenset(kept)
    for alone, run in groupby(
        filter(None, words), key=lambda w: _HAN.fullmatch(w) is not None and w not in others
    ):
        letters = list(run)
        if not alone or len(letters) == 1:
            closed += letters
            continue
        odd = len(letters) % 2
        cuts = [*range(0, len(letters) - odd, 2), len(letters)]
        closed += ["".join(letters[a:b]) for a, b in pairwise(cuts)]
    return closed
