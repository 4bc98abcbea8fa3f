"""What is measured of lines, of runs of display type and of the lines in them."""

from collections.abc import Callable, Sequence
from statistics import mean, median

import pytest

from plugins.newspaper.conversion import load_language, read_pieces
from plugins.newspaper.cues.head_traits import HeadTraits
from plugins.newspaper.cues.line_traits import LineTraits
from plugins.newspaper.cues.others import Others
from plugins.newspaper.cues.story_peers import StoryPeers
from plugins.newspaper.cues.story_traits import StoryTraits
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Kinship
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.reading.moved_tails import MovedTails, list_tails
from tests.laws.growth import is_linear

TEXT = "县农技站的技术员入户指导，帮助种植户修剪果树、测土配肥，今年的收成比去年好了不少。"
PAGE = (
    "杉树乡办起农技夜校", "四百名果农坐进课堂", TEXT, "春茶开园", "首批鲜叶俏销", TEXT,
    "渡口大桥合龙", TEXT,
)  # fmt: skip


def test_each_run_and_each_line_of_display_type_has_its_row() -> None:
    """Three heads of five lines have three rows and five, each of one length."""
    evidence = read_pieces("\n\n".join(PAGE).encode(), "页.txt").evidence
    assert evidence is not None
    runs, lines = StoryTraits(evidence).measure(), HeadTraits(evidence).measure()
    assert (len(runs), len(lines)) == (3, 5)
    assert len(set(map(len, runs))) == len(set(map(len, lines))) == 1


def test_a_line_that_fills_its_column_is_told_from_a_short_one() -> None:
    """Where text was cut at a width, a line of display type is measured against that, as set."""

    def measure(width: int) -> list[float]:
        text = [("\u3000\u3000" + TEXT)[n : n + width] for n in range(0, len(TEXT) + 2, width)]
        page = "\n".join(["农技夜校里坐满4000名果农", *text * 4]).encode()
        evidence = read_pieces(page, "页.txt").evidence
        assert evidence is not None
        return HeadTraits(evidence).measure()[0]

    assert (0.0, 2.0) in zip(measure(12), measure(14), strict=True)


def test_a_run_is_not_its_own_custom() -> None:
    """A headline alone on its page is compared to no other."""
    evidence = read_pieces("\n\n".join(PAGE[:3]).encode(), "页.txt").evidence
    assert evidence is not None
    alone = HeadTraits(evidence)
    assert alone.measure()[0] != HeadTraits(evidence).measure()[1]
    assert alone.runs[0].lines == (0, 1)


def test_runs_alike_are_peers() -> None:
    """Heads of two lines whose last are of like length see each other, that of one line none."""
    page = (*PAGE[:1], "果农坐进课堂", *PAGE[2:])
    evidence = read_pieces("\n\n".join(page).encode(), "页.txt").evidence
    assert evidence is not None
    told = measure_peers(evidence, [2.0, 3.0, -1.0])
    assert [row[5:9] for row in told] == [[1, 3, 3, 3], [1, 2, 2, 2], [0, -9, -9, -9]]


def test_texts_of_one_story_are_kin() -> None:
    """Text that names the people and places of the text above shares phrases with that alone."""
    school = "杉树乡农技夜校请来了技术员王长河，四百名果农坐满了课堂。"
    later = "果农们说，王长河的课一听就懂，农技夜校办到了家门口。"
    bridge = "渡口大桥昨天合龙，两岸的居民往后不必再等渡船。"
    page = ("农技夜校开课", school, "课堂就在村口", later, "渡口大桥合龙", bridge)
    evidence = read_pieces("\n\n".join(page).encode(), "页.txt").evidence
    assert evidence is not None
    kinship = Kinship.look_at(evidence, [run.lines for run in StoryTraits(evidence).runs])
    assert kinship.share([1], [2]) > kinship.share([2], [3]) == 0.0
    assert kinship.measure_angle([1], [2]) > kinship.measure_angle([1], [3])
    assert kinship.share([0], [1]) == kinship.measure_angle([], [1]) == 0.0


MEETING = "全乡农技夜校开课动员大会在杉树乡召开"
PRESENT = "四百名果农和各村农技员代表参加会议并观摩果树修剪现场教学"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("把课堂办到果园里（农技员在一线·杉树乡篇（上））", True),
        (f"把课堂办到果园里（{'农技员在一线' * 6}）", True),
        (f"{MEETING} {PRESENT}", True),
        (f"{MEETING}，{PRESENT}", False),
        ("王长河 李小川 周明 " * 6, False),
        ("（相关报道见第四版）", False),
        ("本期统筹：周明", False),
        ("扫码观看果树修剪", False),
    ],
)
def test_what_may_be_display_type(line: str, shown: bool) -> None:
    """A column's name makes no headline long, a line without a mark is no text."""
    (fragment,) = read_fragments([line])
    assert Features(fragment).is_display is shown


@pytest.mark.parametrize("numbers", [[0.1], [0.1, 0.7], [0.1, 0.7, 0.1], [3, 1, 2, 2, 0.3, 9]])
def test_others_are_all_but_one(numbers: list[float]) -> None:
    """What the others add up to is what it is without the one, to the last bit."""
    others = Others(numbers)
    assert others.find_median(None) == median(numbers)
    for n, own in enumerate(numbers):
        rest = numbers[:n] + numbers[n + 1 :]
        told = (len(rest), min(rest), mean(rest), max(rest)) if rest else None
        assert others.sum_up(own) == told
        assert others.find_median(own) == (median(rest) if rest else None)


def test_each_place_between_two_lines_has_its_row() -> None:
    """Lines have a row each but the last, which no other is below."""
    lines = read_fragments(["　　" + TEXT[:14], TEXT[14:30], TEXT[30:], *PAGE[3:5]])
    rows = LineTraits(lines, load_language()).measure()
    assert len(rows) == len(lines) - 1
    assert len(set(map(len, rows))) == 1


def read_headlines(count: int) -> Evidence:
    """Read a page of so many headlines, of one line and of two, some lines of a like length."""
    told = ["山村", "县城", "渡口", "果园", "学校", "茶山", "水库"]
    heads = [
        f"{told[n % 7]}{told[n // 7 % 7]}{told[n // 49 % 7]}{'新' * (n % 5)}事"
        for n in range(count)
    ]
    seconds = ["几年来的变化" * (n % 3 == 0) for n in range(count)]
    lines = [
        line
        for head, second in zip(heads, seconds, strict=True)
        for line in (head, second, f"{head[2:4]}{head[:2]}{TEXT}")
    ]
    evidence = read_pieces("\n".join(filter(None, lines)).encode(), "页.txt").evidence
    assert evidence is not None and len(evidence.words) == len(evidence.features)
    return evidence


@pytest.fixture(scope="module")
def pages() -> tuple[Evidence, Evidence]:
    """Return a page of headlines, and one of four times as many."""
    return read_headlines(80), read_headlines(320)


def renew(evidence: Evidence) -> Evidence:
    """Return a page of which nothing is weighed yet, which would spare later attempts the work."""
    return Evidence(evidence.features, evidence.language)


def measure_peers(evidence: Evidence, odds: Sequence[float] = ()) -> list[list[float]]:
    """Measure a page's runs by their peers, with odds of no meaning where none are given."""
    runs = StoryTraits(evidence).runs
    kinship = Kinship.look_at(evidence, [run.lines for run in runs])
    told = odds or [n % 7 / 3 for n in range(len(runs))]
    return StoryPeers(runs, evidence.features, kinship, told).measure()


def find_seams(evidence: Evidence) -> list[float]:
    """Find how well each line reads on in any text of the page."""
    moved = MovedTails(evidence, list_tails(evidence.features))
    return [moved.find_seam(i) for i in range(len(evidence.features))]


@pytest.mark.parametrize(
    "measure",
    [
        lambda page: StoryTraits(renew(page)).measure(),
        lambda page: HeadTraits(renew(page)).measure(),
        lambda page: measure_peers(renew(page)),
        lambda page: find_seams(renew(page)),
    ],
    ids=["stories", "heads", "peers", "seams"],
)
def test_time_grows_with_the_headlines(
    measure: Callable[[Evidence], object], pages: tuple[Evidence, Evidence]
) -> None:
    """Four times as many headlines are measured in about four times as long."""
    assert is_linear(measure, *pages)
