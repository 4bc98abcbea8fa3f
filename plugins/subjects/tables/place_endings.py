"""Names of places without what says their kind: 汉滨区 is 汉滨, 长阳土家族自治县 is 长阳.

As newspapers mostly print them. A banner keeps its 旗, which nobody leaves out.
"""

import re

from plugins.chinese.expressions import compile_late

#: The nations of the names of autonomous places, by the law's own list.
_NATIONS = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|"
    "景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|"
    "裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
#: Those that stand without their 族 too: 塔什库尔干塔吉克自治县.
_BARE = "蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克"
_AUTONOMOUS = compile_late(
    rf"(.{{2,}}?)(?:(?:{_NATIONS})族|{_BARE})*自治[区州县旗]"
    rf"|(.{{2,}}?)(?:(?:(?:{_NATIONS})族)+|(?:(?:{_NATIONS})族?)*民族)(?:[区乡镇]|苏木)"
)
_PREFECTURE = compile_late(r"(?:省|市|盟|地区)$")
_COUNTY = compile_late(r"(?:林区|特区|新区|县|区|市)$")
_TOWN = compile_late(r"(?:街道|镇|乡|苏木)$")


def prefecture_stem(name: str) -> str:
    """Return a province's or prefecture's short name: 恩施土家族苗族自治州 is 恩施."""
    return _shorten(name, _PREFECTURE)


def county_stem(name: str) -> str:
    """Return a county's short name; one of a single character (洋县) stays whole."""
    return _shorten(name, _COUNTY)


def town_stem(name: str) -> str:
    """Return a town's, township's or sumu's short name."""
    return _shorten(name, _TOWN)


def _shorten(name: str, ending: re.Pattern[str]) -> str:
    autonomous = _AUTONOMOUS.fullmatch(name)
    if autonomous:
        # 东乡族自治县 is called after the nation itself.
        stem = (autonomous[1] or autonomous[2]).removesuffix("族")
    else:
        stem = ending.sub("", name)
    return stem if len(stem) > 1 else name
