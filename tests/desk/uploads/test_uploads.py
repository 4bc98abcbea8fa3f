"""Uploaded raw pages become drafts on branches of their own, each with one pull request.

`origin` is a bare repository, and the host's API a stand-in on this machine; all else is real.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.content.front_matter import parse_article
from plugins.desk.uploads.proposals import escape
from tests.desk.desk_checkout import run_desk
from tests.desk.uploads.github_host import GitHub
from tests.desk.uploads.uploading import PAGE, branches, drafts, git, open_requests

#: A name that would be a command, an option or a path, were it ever read by a shell.
ODD_NAME = "-康宁日报 $(touch pwned);`touch pwned`\"'&.txt"


def test_each_page_gets_a_branch_and_a_request(
    clone: Path, upload: Callable[..., None], propose: Callable[..., tuple], github: GitHub
) -> None:
    """Good pages are proposed as drafts, bad ones told in a line each, and main is left alone."""
    upload({ODD_NAME: PAGE, "word.txt": b"PK\x03\x04", "x.doc": b"PK", "再来.TXT": PAGE})
    status, said = propose()
    made = branches(clone)
    assert status == 1 and len(made) == 3 and len(github.requests) == 2
    assert all(re.fullmatch(r"main|convert/[a-z0-9-]+-[0-9a-f]{8}", name) for name in made)
    assert said.splitlines()[0].startswith("content/raw/x.doc：不会转换")
    assert "content/raw/word.txt：是 Word 或压缩文件，请打开它" in said
    assert git(clone, "status", "--porcelain") == "" and not list(clone.rglob("pwned"))
    for branch in made[:2]:
        files = drafts(clone, branch)
        fronts = [parse_article(text, Path(name))[0] for name, text in files.items()]
        assert [f"{front.status} {front.date} {front.page}" for front in fronts] == [
            "draft 2019-11-21 3"
        ] * 2


def test_the_request_says_what_to_do(
    upload: Callable[..., None], propose: Callable[..., tuple], github: GitHub
) -> None:
    """A request lists articles, doubts and how to accept them, and calls nobody by a headline."""
    upload({"page.txt": PAGE})
    assert propose()[0] == 0
    (request,) = github.requests
    text = request["body"]
    assert request["base"] == "main" and request["title"] == "转换 content/raw/page.txt：2 篇草稿"
    assert "版面：康宁日报 2019\\-11\\-21 第 3 版。" in text
    assert "石潭春茶\\@<!-- -->开采" in text
    assert (
        f"https://github.com/kangning/archive/edit/{request['head']}/content/articles/2019/" in text
    )
    assert "- 第 2 篇：第9行没有句末标点，文章可能没有完" in text
    assert "status: draft" in text and 'make accept FILES="content/raw/page.txt"' in text
    assert github.tokens == {"Bearer a-token"}


def test_a_second_run_does_nothing(
    clone: Path, upload: Callable[..., None], propose: Callable[..., tuple], github: GitHub
) -> None:
    """Run again, nothing is pushed or opened; a page uploaded anew gets a branch of its own."""
    upload({"page.txt": PAGE})
    propose()
    before = git(clone, "ls-remote", "origin")
    status, said = propose()
    assert status == 0
    assert said.splitlines()[1].startswith(
        "转换 content/raw/page.txt：2 篇草稿：已有合并请求 https"
    )
    assert git(clone, "ls-remote", "origin") == before and len(github.requests) == 1
    upload({"page.txt": PAGE.replace("二十公里", "三十公里")})
    assert propose()[0] == 0
    assert len(branches(clone)) == 3 and len(github.requests) == 2


def test_two_pages_merge_without_conflict(
    clone: Path, upload: Callable[..., None], propose: Callable[..., tuple]
) -> None:
    """Pages with articles of one title, uploaded together or not, merge into files of their own."""
    upload({"a.txt": PAGE, "b.txt": PAGE})
    propose()
    upload({"c.txt": PAGE})
    propose()
    for branch in branches(clone)[:-1]:
        git(clone, "fetch", "--quiet", "origin", branch)
        git(clone, "merge", "--quiet", "--no-edit", "FETCH_HEAD")
    assert len(list(clone.rglob("articles/2019/*.md"))) == 6
    checked = run_desk(clone, "check")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("还是草稿") == 6
    assert propose() == (0, "")


def test_without_a_token_the_words_are_shown(
    clone: Path,
    upload: Callable[..., None],
    propose: Callable[..., tuple],
    github: GitHub,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a token the branch is pushed and the request's text summed up; later it is opened."""
    upload({"page.txt": PAGE})
    monkeypatch.delenv("GITHUB_TOKEN")
    assert propose()[0] == 0
    summary = (clone.parent / "summary.md").read_text(encoding="utf-8")
    assert "怎样核对" in summary and "石潭春茶" in summary
    before = branches(clone)
    monkeypatch.setenv("GITHUB_TOKEN", "later")
    assert propose()[0] == 0
    assert branches(clone) == before and len(github.requests) == 1
    assert github.requests[0]["body"] in summary


def test_a_refused_request_is_opened_by_hand(
    upload: Callable[..., None],
    propose: Callable[..., tuple],
    github: GitHub,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the host lets no job open requests, one line gives the link and the setting."""
    github.refuses = True
    upload({"page.txt": PAGE})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    status, said = propose()
    assert status == 1 and said.count("\n") == 2
    assert said.splitlines()[1].startswith("::error::转换 content/raw/page.txt：2 篇草稿：没能自动")
    assert "https://github.com/kangning/archive/compare/main...convert/page-" in said
    assert "403 GitHub Actions is not permitted" in said and "Allow GitHub Actions" in said


def test_a_branch_that_cannot_be_pushed_is_told(
    clone: Path, upload: Callable[..., None], propose: Callable[..., tuple]
) -> None:
    """Where the repository refuses a push, one line says so."""
    upload({"page.txt": PAGE})
    hook = clone.parent / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    status, said = propose()
    assert status == 1 and said.count("\n") == 2
    assert "转换 content/raw/page.txt：2 篇草稿：没能推送分支，请重新运行（git：" in said


SOUND = {"branch": "convert/a-1", "files": {"content/articles/2019/a.md": "字"}}


@pytest.mark.parametrize(
    "change",
    [
        {"branch": "main"},
        {"branch": "convert/../main"},
        {"branch": "convert/a:main"},
        {"files": {}},
        {"files": {".github/workflows/publish.yml": "字"}},
        {"files": {"content/articles/2019/../../../Makefile": "字"}},
        {"files": {"content/articles/2019/a.md": "字", "content/data/site.yaml": "字"}},
    ],
)
def test_only_articles_on_a_new_branch_are_pushed(
    clone: Path, upload: Callable[..., None], change: dict[str, object]
) -> None:
    """Whatever the first job hands over, the one that may write adds articles on a new branch."""
    upload({})
    proposals = clone.parent / "proposals.json"
    request = SOUND | {"title": "转换", "text": "字"} | change
    proposals.write_text(json.dumps([request]), encoding="utf-8")
    done = open_requests(clone, proposals)
    assert done.returncode == 1 and done.stdout == "转换：分支或文件名不对，没有推送\n"
    assert branches(clone) == ["main"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[甲](http://x) <b>`rm`</b>", r"\[甲\]\(http\:\/\/x\) \<b\>\`rm\`\<\/b\>"),
        ("@all #1 | 乙\n丙", r"\@<!-- -->all \#<!-- -->1 \| 乙 丙"),
    ],
)
def test_raw_words_are_no_markup(text: str, shown: str) -> None:
    """A raw page's words make no link, table, tag, mention or reference in a request."""
    assert escape(text) == shown
