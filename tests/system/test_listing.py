"""A folder's entries are listed in their order, whatever lies among them."""

from pathlib import Path

from plugins.system.folders.listing import list_below


def test_all_below_a_folder_is_listed_in_order(tmp_path: Path) -> None:
    """Folders stand before what is in them; links are told and not followed, aside is left out."""
    for name in ("b/d.md", "b/c.md", "a.md", ".hidden/e.md", "f-1/g.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "round").symlink_to(tmp_path)
    found = list_below(tmp_path, lambda name: name.startswith("."))
    listed = ["a.md", "b", "b/c.md", "b/d.md", "f-1", "f-1/g.md", "round"]
    assert [Path(entry.path).relative_to(tmp_path).as_posix() for entry in found] == listed


def test_of_what_is_no_folder_nothing_is_listed(tmp_path: Path) -> None:
    """Neither of a file nor of what is not there."""
    (tmp_path / "a.md").touch()
    assert [*list_below(tmp_path / "a.md"), *list_below(tmp_path / "b")] == []
