"""A raw page's drafts as a proposal: a branch, the files on it, and the words that ask for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.desk.conversion.article_folder import Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage
from plugins.desk.uploads.editing import Editor
from plugins.model import FrontMatter

PUNCTUATION = compile_late(r"([!-/:-@\[-`{-~])")
#: GitHub would call people, or other requests, by what a headline has behind these.
CALLS = compile_late(r"(?<=[@#])")
ASKED = {"newspaper": "报名", "date": "日期", "page": "版次"}
HOW = """\
### 怎样核对

1. 看预览：在本页下方的检查里点“批准运行”（Approve workflows），等“预览”做完，下载后打开其中的
   `review/index.html`：每篇文章和它的原文行并排，接起来的地方和拿不准的地方都标了出来。
2. 有错就改：在上面的表里点“修改”。没有归入任何文章的行，剪到该去的文章里；不要的，删去 `review`
   里的那一条。两样都没有做，合并以后网站不会更新。
3. 一篇核对好了，就删去它开头 `status: draft` 这一行，和 `review` 下面的各条；留着 `status: draft`，
   合并以后仍是草稿，网站上没有。
   在电脑上可以整版一起删：`make accept FILES="{raw}"`。
4. 都好了，就合并。

不要这一版：关闭这个请求，再删去 `{raw}`。
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The drafts of one raw page; paths are from the repository's root."""

    raw: Path
    branch: str
    page: ConvertedPage
    outcomes: Sequence[Outcome]

    @property
    def title(self) -> str:
        """The commit's and the request's title."""
        return f"转换 {self.raw.as_posix()}：{len(self.outcomes)} 篇草稿"

    @property
    def files(self) -> list[tuple[Path, str]]:
        """The articles' files with their text."""
        return [(outcome.path, outcome.manuscript.text) for outcome in self.outcomes]

    def write(self, editor: Editor | None) -> str:
        """Return the request's text, in Markdown; `editor` is where its files are edited."""
        raw = self.raw.as_posix().replace("`", "'")
        parts = [
            f"由 `{raw}` 转换，共 {len(self.outcomes)} 篇，都是草稿。{self._say_issue()}",
            "\n".join(self._list_articles(editor)),
            *_list("### 拿不准的地方", self._find_doubts()),
            *_list("### 没有归入任何文章的行", self._find_loose()),
            HOW.format(raw=raw),
        ]
        return "\n\n".join(parts)

    def _list_articles(self, editor: Editor | None) -> Iterator[str]:
        yield "| | 标题 | 文件 | 待核 |\n|---|---|---|---|"
        for number, outcome in enumerate(self.outcomes, start=1):
            front = outcome.manuscript.front
            edit = f" [修改]({editor.address(outcome.path)})" if editor else ""
            doubts = f"{len(front.review)} 处" if front.review else ""
            yield f"| {number} | {escape(front.title)} | `{outcome.path}`{edit} | {doubts} |"

    def _find_doubts(self) -> list[str]:
        return [
            f"第 {number} 篇：{escape(remark)}"
            for number, outcome in enumerate(self.outcomes, start=1)
            for remark in outcome.manuscript.article.review
        ]

    def _find_loose(self) -> list[str]:
        return [f"第 {a.line} 行：{escape(a.text[:40])}" for a in self.page.page.unassigned]

    def _say_issue(self) -> str:
        fronts = [outcome.manuscript.front for outcome in self.outcomes]
        return _say_issue(fronts[0]) if fronts else "这一版里没有找到文章。"


def _say_issue(front: FrontMatter) -> str:
    known = [front.newspaper, front.date, front.page and f"第 {front.page} 版"]
    told = " ".join(str(one) for one in known if one)
    missing = "、".join(label for field, label in ASKED.items() if not getattr(front, field))
    hint = f"没有找到{missing}，知道就请补上。" if missing else ""
    return (f"版面：{escape(told)}。" if told else "") + hint


def _list(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, "\n".join(f"- {line}" for line in lines)] if lines else []


def escape(text: str) -> str:
    """Return a raw page's words as Markdown that shows just them, and calls nobody."""
    plain = PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
    return CALLS.sub("<!-- -->", plain)
