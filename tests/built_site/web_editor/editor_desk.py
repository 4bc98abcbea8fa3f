"""An editor at the web editor: Chromium, a folder of their computer, and what they do there.

Chromium asks where the folder is by a dialogue that no program can answer; it is answered with the
browser's own private folder, filled from a clone of the project and written back to it.
"""

import shutil
from base64 import b64decode
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from plugins.output.admin import write_editor
from tests.structure.sources import ROOT

ANSWER = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"
#: What moves on its own, for ever, takes most of a processor.
STILL = """document.addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = "*, *::before, *::after { animation: none !important; }";
  document.head.append(style);
});
delete Document.prototype.startViewTransition;"""
FILL = """async (files) => {
  for (const [path, text] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const parts = path.split("/");
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const writer = await file.createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
#: Each file's bytes as base64: a number for each byte takes seconds to come over.
READ = """async () => {
  const files = {};
  async function read(folder, path) {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await read(one, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await one.getFile()).arrayBuffer());
        files[path + name] = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
      }
    }
  }
  await read(await navigator.storage.getDirectory(), "");
  return files;
}"""
#: Where builds here keep the editor's script.
KEPT = ROOT / ".cache" / "admin"
#: Sveltia CMS knows a project's folder by this.
GIT_FILE = ".git/HEAD"
#: How long a busy machine may take for one step, in milliseconds.
PATIENCE = 30_000


def write_editor_site(site: Path, data: Path) -> None:
    """Write a site that has the web editor and what it asks of the rest."""
    write_editor(site, data, KEPT)
    shutil.copytree(ROOT / "theme/static/images", site / "theme/images")
    (site / "robots.txt").write_text("", "utf-8")


class EditorDesk:
    """An editor's browser at the web editor of a site served from this machine."""

    def __init__(self, browser: Browser, address: str, clone: Path, locale: str = "en-US") -> None:
        self.address = address
        self.clone = clone
        self.requests: list[str] = []
        self.complaints: list[str] = []
        # An English browser far from China: neither may show in what is written.
        # It shows a form's fields when they are scrolled to: this window holds them all.
        self.context = browser.new_context(
            locale=locale,
            timezone_id="America/Los_Angeles",
            viewport={"width": 1280, "height": 5000},
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(ANSWER)
        self.context.add_init_script(STILL)
        self.page: Page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self._note(said.type, said.text))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def open(self) -> None:
        """Open the editor, with the clone's texts in the folder that it will be given."""
        texts = {path: text.decode() for path, text in self.list_files().items()}
        filler = self.context.new_page()
        filler.goto(f"{self.address}robots.txt")
        filler.evaluate(FILL, {**texts, GIT_FILE: "ref: refs/heads/main\n"})
        filler.close()
        self.page.goto(f"{self.address}admin/")
        self.press("使用本地仓库")

    def list_files(self) -> dict[str, bytes]:
        """Return what the web editor deals with: the clone's articles, pages and settings."""
        files = sorted((self.clone / "content").rglob("*"))
        return {
            path.relative_to(self.clone).as_posix(): path.read_bytes()
            for path in files
            if path.suffix in (".md", ".yaml")
        }

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def fill(self, label: str, words: str) -> None:
        """Type into the input with this label."""
        box = self.page.get_by_role("textbox", name=label, exact=True)
        box.fill(words)
        expect(box).to_have_value(words)

    def wait_for_form(self, last: str) -> None:
        """Wait until a form is all there, its last field too: it empties what is typed before."""
        expect(self.find_field(last)).to_be_visible()
        self.page.wait_for_timeout(500)

    def find_field(self, path: str) -> Locator:
        """Find the part of the form that a field has, such as figures.0.value."""
        return self.page.locator(f"section[data-key-path='{path}']")

    def save(self) -> None:
        """Save, and wait until that is done and the list is back."""
        self.press("保存")
        expect(self.page.get_by_role("button", name="创建新条目")).to_be_visible()
        expect(self.page.get_by_text("条目已保存。").first).to_be_visible()

    def open_article(self, title: str) -> None:
        """Open an article of the list."""
        self.page.get_by_text(title, exact=True).first.dblclick()
        self.wait_for_form(last="scan")

    def add_picture(self, path: str, picture: Path) -> None:
        """Upload a picture into the field that a form has for one."""
        self.find_field(path).get_by_role("button", name="浏览").click()
        with self.page.expect_file_chooser() as choosing:
            self.press("上传")
        choosing.value.set_files(picture)
        self.press("插入")

    def name_address(self, slug: str) -> None:
        """Give a new article its name in addresses."""
        self.page.get_by_role("radio", name="Slug").click()
        self.press("编辑别名")
        self.fill("别名", slug)
        self.page.keyboard.press("Enter")

    def write_back(self) -> dict[str, tuple[bytes, bytes]]:
        """Write what has changed back to the clone; return it by path: before, after."""
        before = self.list_files()
        after = {path: b64decode(text) for path, text in self.page.evaluate(READ).items()}
        assert before.keys() <= after.keys(), "nothing is deleted"
        changed = {
            path: (before.get(path, b""), content)
            for path, content in after.items()
            if path != GIT_FILE and before.get(path) != content
        }
        for path, (_, content) in changed.items():
            (self.clone / path).parent.mkdir(exist_ok=True)
            (self.clone / path).write_bytes(content)
        return changed
