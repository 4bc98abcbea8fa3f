"""What a fragment looks like by itself: the evidence for the part it plays on the page."""

from dataclasses import dataclass
from functools import cached_property

from plugins.chinese.characters import (
    CLOSERS,
    COMMAS,
    MARKS,
    count_unpaired,
    ends_sentence,
    ends_with_stop,
    is_han,
    read_mark,
    strip_mark,
)
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence import display_lines
from plugins.newspaper.evidence.bylines import (
    has_dateline,
    is_byline,
    is_signature,
    may_be_names,
    read_end_credits,
)
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.signatures import has_end_mark, signs
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.note_lines import opens_note

_COLUMN = compile_late(
    rf"[【〖][\u4e00-\u9fff·]{{2,8}}[】〗]|([{MARKS}])[\u4e00-\u9fff·]{{2,8}}\1|[▌{MARKS}【\[〖《「·\-—]*[\u4e00-\u9fff“”·]{{0,8}}?(?:快讯|简报|要讯|快览|荟萃|(?:新闻|信息)(?:集装箱|快递)|简讯|要闻|短讯|短波|速递|速览|速读|动态|集锦|集纳|集萃|一句话新闻|"
    r"一线传真|新闻眼|聚焦|关注|视点|视窗|视角|论坛|论语|漫谈|杂谈|时评|短评|专栏|专版|专题|专刊|特刊|之窗|之声|传真|播报|广角|扫描|"
    r"看台|在线|点击|拾零|综合新闻|经济新闻|社会新闻|国内新闻|国际新闻|百姓故事|直通车|快评|锐评|人物|风采|纪实|记录|观察|掠影|快报|资讯|消息树|新闻)"
    rf"[{MARKS}】\]〗》」·\-—]*"
)
_LEAD = compile_late(
    r"(?:近日|日前|连日来|近年来|今年以来|去年以来|\d{1,2}月\d{1,2}日|\d{1,2}日|昨日|今日|昨天|今天|近期|本月|\d{1,2}月份?|记者从|记者近日|"
    r"据悉|目前|初夏|盛夏|金秋|深秋|初冬|隆冬|早春|春日|眼下|时下|这几天|最近|走进|“十[一二三四]五)"
)
_NUMBERED = compile_late(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、．.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|第[一二三四五六七八九十][章节部，、：]|\d{1,2}[、．.](?!\d)|[①-⑩])"
)
_DASH = compile_late(r"(?:——|―|─|—|--)")
_LOOSE_START = compile_late(
    r"[，、。；：！？,;:!?）)」』】》”’…·%％]|(?:的|了|地|得|着|们|等|之|而已|吗|呢|吧)(?![\u4e00-\u9fff]?[市区县])"
)
#: Words that open a sentence of running text and hardly ever a headline.
_RUNNING = compile_late(
    r"(?:去年|今年|前年|当时|这时|此时|此间|这次|这些|这个|这一|这是|这样|那天|那时|那么|他|她|我(?![省市州县区旗镇乡国])|它|咱|笔者|记者(?!节)|据|根据|由于|但|并|也|还|而|"
    r"同时|目前|虽然|如果|因为|所以|于是|然而|不过|此外|另外|其中|对此|为此|因此|随着|近年|近日|日前|连日|如今|现在|后来|原来|接着|其|该|"
    r"截至|自从|在[^“]{1,12}(?:上|中|下|里|时|后)|有的|一些|\d{1,4}[年月日])"
)
_SOURCE = compile_late(
    r"(?:数据|资料|图片)?来源\s*[:：]|制图[:：]|(?:版式|本版)?设计[:：]|[（(]?(?:作者|执笔)|"
    r"(?:本[期版报])?(?:统筹|策划|监制)\s*[:：]|扫(?:码|描二维码)[观收阅看读听]|[（(][^（）()]{0,12}见[^（）()]{0,3}第?\w{1,3}版[）)]"
)
#: No line of verse is longer.
_LINE = 16
#: No line that names a source is longer.
_LONGEST_SOURCE = 45


@dataclass(frozen=True)
class Features:
    """A fragment with its evidence, each piece computed once.

    `ends_loosely`: its last word calls for another, by the word model.
    """

    fragment: Fragment
    ends_loosely: bool = False

    @cached_property
    def text(self) -> str:
        """The fragment's text in reading form: what it is understood by, never what is kept."""
        return self.fragment.reading

    @cached_property
    def size(self) -> int:
        """Characters, blanks not counted."""
        return len("".join(self.text.split()))

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a finished sentence with no quotation left open."""
        return ends_sentence(self.text) or self.is_signature or has_end_mark(self.text)

    @cached_property
    def dangling(self) -> bool:
        """Whether it plainly goes on elsewhere: it ends with a comma or an opening mark."""
        return self.text[-1] in COMMAS + "“‘（(《—"

    @cached_property
    def announces(self) -> bool:
        """Whether it ends with a colon: a list, a letter or a speech may follow as paragraphs."""
        return self.text[-1] in "：:"

    @cached_property
    def loose_start(self) -> bool:
        """Whether nothing that begins can begin so: with a comma, a closing mark, 的."""
        return _LOOSE_START.match(self.text) is not None

    @cached_property
    def unpaired(self) -> tuple[int, int]:
        """Closing marks without an opening one, and opening ones left open."""
        return count_unpaired(self.text)

    @cached_property
    def has_inner_stop(self) -> bool:
        """Whether a sentence ends inside it, as in no headline."""
        return any(c in "。；" for c in self.text.rstrip(CLOSERS)[:-1])

    @cached_property
    def is_plain_line(self) -> bool:
        """Whether it is short and has no mark but commas, as a line of verse."""
        return self.size < _LINE and all(is_han(c) or c.isspace() or c in COMMAS for c in self.text)

    @cached_property
    def commas(self) -> int:
        """How many commas it has."""
        return sum(c in "，,、" for c in self.text)

    @cached_property
    def ends_with_stop(self) -> bool:
        """Whether its last character, closing marks aside, is a stop."""
        return ends_with_stop(self.text)

    @cached_property
    def is_question(self) -> bool:
        """Whether it is one short question or exclamation, as some headlines are."""
        return self.size <= 30 and self.text[-1] in "？！?!" and not self.has_inner_stop

    @cached_property
    def is_byline(self) -> bool:
        """Whether it is nothing but authors with their roles."""
        return is_byline(self.text)

    @cached_property
    def may_be_names(self) -> bool:
        """Whether it may be nothing but names."""
        return may_be_names(self.text)

    @cached_property
    def is_signature(self) -> bool:
        """Whether it is what stands in parentheses behind an article: names, 完, a place."""
        return is_signature(self.text)

    @cached_property
    def has_dateline(self) -> bool:
        """Whether it opens an article: 本报讯 …."""
        return has_dateline(self.text)

    @cached_property
    def has_end_credits(self) -> bool:
        """Whether authors stand in parentheses at its end, or what else closes an article."""
        return bool(read_end_credits(self.text)) or has_end_mark(self.text)

    @cached_property
    def is_column(self) -> bool:
        """Whether it reads like the name of a column (栏目)."""
        return self.size <= 10 and _COLUMN.fullmatch("".join(self.text.split())) is not None

    @cached_property
    def has_lead(self) -> bool:
        """Whether it opens as news does: 近日, 3月5日, 今年以来."""
        return _LEAD.match(strip_mark(self.text)) is not None

    @cached_property
    def reads_on(self) -> bool:
        """Whether it opens like a sentence in the middle of a story: 他, 去年, 根据."""
        return _RUNNING.match(self.text) is not None

    @cached_property
    def is_numbered(self) -> bool:
        """Whether it is numbered as an item of a list: 一、 （二） 3. ①."""
        return _NUMBERED.match(self.text) is not None

    @cached_property
    def mark(self) -> str:
        """The bullet that stands before it, empty where there is none."""
        return read_mark(self.text)

    @property
    def is_marked(self) -> bool:
        """Whether a bullet stands before it."""
        return bool(self.mark)

    @cached_property
    def from_page(self) -> str:
        """The page that it goes on from, as it says itself; empty where it does not."""
        return find_page(self.text)

    @cached_property
    def opens_brief(self) -> bool:
        """Whether it has what a story without a headline opens with: a mark or a dateline."""
        return self.is_marked or self.has_dateline

    @cached_property
    def is_notice(self) -> bool:
        """Whether it is the headline of an official notice: 县政府关于…的通知."""
        return display_lines.gives_notice(self.text)

    @cached_property
    def is_series(self) -> bool:
        """Whether it reads like the name of a series of articles: “十三五”答卷·民生篇."""
        return display_lines.names_series(self.text)

    @cached_property
    def opens_note(self) -> bool:
        """Whether it begins a note of the editors, or is what stands above one."""
        return opens_note(self.text)

    @cached_property
    def is_display(self) -> bool:
        """Whether it may be a line of display type: short, no sentence, no credit."""
        if self.has_dateline or self.is_byline or self.is_signature or self.is_source:
            return False
        if not display_lines.may_be_display(self.text):
            return False
        told = self.ends_with_stop and not self.is_question
        return not (told or self.has_inner_stop or self.loose_start or self.text[-1] in "，,、；;")

    @cached_property
    def names_column(self) -> bool:
        """Whether a column's name in brackets stands behind its words."""
        return display_lines.names_column(self.text)

    @cached_property
    def is_bracketed(self) -> bool:
        """Whether all of it stands in brackets."""
        return self.text[0] in "（(【[" and self.text[-1] in "）)】]"

    @cached_property
    def is_speaking(self) -> bool:
        """Whether it ends by leading to what somebody said, as kickers do."""
        return display_lines.leads_to_words(self.text)

    @cached_property
    def is_source(self) -> bool:
        """Whether it names where data come from, or who signs: an author, an office, its day."""
        told = _SOURCE.match(self.text) is not None or signs(self.text)
        return self.size < _LONGEST_SOURCE and told

    @cached_property
    def has_dash(self) -> bool:
        """Whether it opens with the dash of a subtitle."""
        return _DASH.match(self.text) is not None
