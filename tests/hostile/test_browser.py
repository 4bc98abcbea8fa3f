"""What Chromium does with the attacks that are rendered: with the site's policy, and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.amounts import choose
from tests.built_site.chromium import find_chromium
from tests.built_site.conftest import SWITCHES
from tests.built_site.serving import serve
from tests.hostile.hostile_site import HostileSite

pytestmark = pytest.mark.stress

#: Does what a reader may: points at everything, and follows links that would run something.
ACT = """() => {
  const NAMES = /^(on.*|style|srcdoc|ping|background|formaction)$/i;
  const TAGS = /^(script|iframe|object|embed|style|form|base|link|meta|svg|math|template)$/i;
  const found = [];
  document.addEventListener("click", (event) => event.preventDefault());
  for (const element of document.querySelectorAll("*")) {
    const { attributes, href, protocol } = element;
    found.push(...[...attributes].map(({ name }) => name).filter((name) => NAMES.test(name)));
    if (element.closest("article") && TAGS.test(element.tagName)) found.push(element.tagName);
    if (href && protocol && !/^(https?|mailto):$/.test(protocol)) found.push(`to ${href}`);
  }
  for (const element of document.querySelectorAll("article *, h1, .facts *")) {
    for (const type of ["mouseover", "focus", "pointerdown", "animationstart", "toggle", "error"])
      element.dispatchEvent(new Event(type, { bubbles: true }));
    if (element.href) element.click();
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  found.push(...ids.filter((id, place) => ids.indexOf(id) !== place));
  return found;
}"""
#: The pages that show what several articles say of themselves.
SHARED = ("index", "about", "hostile", "glossary", "figures", "corrections", "authors", "columns")


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Give a running Chromium."""
    launched = playwright.chromium.launch(executable_path=find_chromium(), args=SWITCHES)
    yield launched
    launched.close()


def list_pages(site: HostileSite, step: int) -> list[str]:
    """List the pages to open: those of the attacks, but for those of size, and shared ones."""
    articles = sorted((site.output / "articles").glob("*.html"))
    attacks = [page for page in articles if not page.stem.startswith("sizes")]
    groups = [*site.output.glob("authors/*.html"), *site.output.glob("columns/*.html")]
    shared = [site.output / f"{name}.html" for name in SHARED] + sorted(groups)
    pages = shared + attacks[::step]
    return [page.relative_to(site.output).as_posix() for page in pages if page.exists()]


@pytest.mark.parametrize("policy", ["with the policy", "without it"])
def test_no_attack_runs_or_fetches(
    policy: str, hostile_site: HostileSite, chromium: Browser
) -> None:
    """No page of an attack runs a script, asks another host, or holds what could, even unpoliced.

    With the policy, which can only forbid more, fewer are opened.
    """
    unpoliced = policy == "without it"
    told: list[str] = []
    with serve(hostile_site.output, base="/archive/") as port:
        root = f"http://127.0.0.1:{port}/archive/"
        reader = chromium.new_context(bypass_csp=unpoliced, locale="zh-CN")
        page = reader.new_page()
        watch(page, root, told)
        for name in list_pages(hostile_site, choose(3 if unpoliced else 12, 1)):
            answer = page.goto(root + name)
            assert answer and answer.ok, name
            told += [f"{name} holds {found}" for found in page.evaluate(ACT)]
            if page.url != root + name or "49" in page.title():
                told.append(f"{name} became {page.url}, {page.title()}")
        reader.close()
    assert told == []


def watch(page: Page, root: str, told: list[str]) -> None:
    """Note what a page does that no article may."""

    def note_dialog(dialog) -> None:
        told.append(f"{page.url} ran {dialog.message}")
        dialog.dismiss()

    page.on("dialog", note_dialog)
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("popup", lambda other: told.append(f"{page.url} opened {other.url}"))
    page.on(
        "request",
        lambda request: request.url.startswith(root) or told.append(f"{page.url}: {request.url}"),
    )
    page.on(
        "console",
        lambda message: "Content Security Policy" in message.text and told.append(message.text),
    )


def test_the_watch_sees_what_runs(tmp_path: Path, chromium: Browser) -> None:
    """A page that does run something, fetches, or holds a handler is told of."""
    attack = "<p onclick=x>甲</p><script>alert(1)</script><img src=//evil.example/x>"
    (tmp_path / "index.html").write_text(f"<article>{attack}</article>", encoding="utf-8")
    told: list[str] = []
    with serve(tmp_path, base="/archive/") as port:
        reader = chromium.new_context()
        page = reader.new_page()
        watch(page, f"http://127.0.0.1:{port}/archive/", told)
        page.goto(f"http://127.0.0.1:{port}/archive/index.html", wait_until="commit")
        page.wait_for_timeout(300)
        held = page.evaluate(ACT)
        reader.close()
    assert "onclick" in held and "SCRIPT" in held
    assert any("ran 1" in line for line in told) and any("evil.example" in line for line in told)
