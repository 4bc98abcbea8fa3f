"""What stands in content/raw/: pages as received, each with a sidecar or none."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.sources import list_files

SIDECAR = ".yaml"
#: The endings of files that hold a page: text, web pages, Word, PDF, a crawler's or OCR's.
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".pdf", ".json", ".jsonl", ".xml")

#: Documents that an office's program makes a .docx of.
DOCUMENTS = (".doc", ".wps", ".rtf")
#: What newsrooms have besides, and how it becomes such a file.
REMEDIES = {
    **dict.fromkeys(DOCUMENTS, "请用 Word 或 WPS 打开，另存为 .docx"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff"), "图片请先用 OCR 识别成文字"),
    **dict.fromkeys((".zip", ".rar", ".7z"), "请解压，把里面的文件放进来"),
}


def list_raw_pages(raw: Path) -> list[Path]:
    """Return the raw pages in a folder and the folders in it, sorted; hidden files are none."""
    return [file for file in list_files(raw, ["."]) if is_raw_page(file)]


def list_pages_beside(page: Path) -> list[Path]:
    """Return the raw pages in a page's own folder, sorted; none where nobody may look into it."""
    try:
        files = [file for file in page.parent.iterdir() if is_raw_page(file) and file.is_file()]
    except OSError:
        return []
    return sorted(file for file in files if not file.name.startswith("."))


def is_raw_page(file: Path) -> bool:
    """Say whether a file holds a page, by its name's ending."""
    return file.suffix.lower() in SUFFIXES


def may_hold_page(file: Path) -> bool:
    """Say whether a file is a newsroom's, and is no Markdown that is called text."""
    return file.suffix.lower() in (*SUFFIXES[1:], *DOCUMENTS)


def list_unconverted(raw: Path, converted: Iterable[str]) -> list[Path]:
    """Return the raw pages whose names below `raw`, as provenance has them, are not `converted`."""
    names = set(converted)
    return [page for page in list_raw_pages(raw) if page.relative_to(raw).as_posix() not in names]


def find_strays(raw: Path) -> Iterator[ContentError]:
    """Yield what stands among the raw pages and would never be read, as it is called."""
    pages = set(list_raw_pages(raw))
    told = {page.with_suffix(SIDECAR) for page in pages}
    for file in list_files(raw, ["."]):
        if file.suffix == SIDECAR:
            if file not in told:
                hint = f"没有同名的原文（如 {file.stem}.txt），请把两个文件的名字改成一样"
                yield ContentError(file, None, hint)
        elif file not in pages and file.name != "README.md":
            kinds = f"原文可以是 {'、'.join(SUFFIXES)}，说明要写在同名的 .yaml 里"
            remedy = REMEDIES.get(file.suffix.lower(), kinds)
            yield ContentError(file, None, f"不会转换：{remedy}")
