"""Pages trust nobody: one strict policy, nothing inline, nothing from elsewhere."""

from pathlib import Path

from tests.built_site.output_pages import all_pages, all_pointers, parsed


def test_policy_is_strict_and_first(site: Path) -> None:
    """Each page has a policy that allows nothing unnamed or unsafe, before anything it governs."""
    for page in all_pages(site):
        head = parsed(page).head
        first = head.find(["meta", "link", "script"], attrs={"charset": False})
        assert first.get("http-equiv") == "Content-Security-Policy", page
        assert "default-src 'none'" in first["content"]
        assert "unsafe" not in first["content"] and "*" not in first["content"]


def test_nothing_is_inline(site: Path) -> None:
    """No page holds a script but JSON-LD, a style, a style attribute or an event handler."""
    inline = [
        f"{page.relative_to(site)}: <{tag.name} {list(tag.attrs)}>"
        for page in all_pages(site)
        for tag in parsed(page)(True)
        if tag.name == "style"
        or (tag.name == "script" and not tag.get("src") and "ld+json" not in tag.get("type", ""))
        or any(name == "style" or name.startswith("on") for name in tag.attrs)
    ]
    assert inline == []


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    """Only links that a reader may follow leave the site: no script, style, image or form does."""
    foreign = [str(p) for p in all_pointers(site) if not p.file and p.element.name != "a"]
    assert foreign == []
