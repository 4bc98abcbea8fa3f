"""A stranger who reads the site in Chromium, and what each of their visits must leave behind."""

from playwright.sync_api import Browser, Page

from tests.built_site.building import SITE_URL


class Visitor:
    """Opens pages of the site as a reader would."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []
        self.pages: list[Page] = []

    def open(self, path: str, *, width: int = 1280, color: str = "light", **context) -> Page:
        """Open an address of the site, or of anywhere, in a window of its own."""
        reader = self.browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=color, locale="zh-CN", **context
        )
        page = reader.new_page()
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self._note_request(request.url))
        self.pages.append(page)
        page.goto(find_address(path))
        return page

    def turn_to(self, path: str, *, width: int = 1280) -> Page:
        """Open an address in the first window that is open, which takes half of the work."""
        if not self.pages:
            return self.open(path, width=width)
        page = self.pages[0]
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        page.goto(find_address(path))
        return page

    def _note_request(self, url: str) -> None:
        if not url.startswith((SITE_URL, "file:")):
            self.complaints.append(f"asked for {url}")

    def check(self) -> None:
        """Assert that no page complained, asked another host, or left a cookie or stored value."""
        for page in self.pages:
            stored = page.context.storage_state()
            self.complaints.extend(f"stored {it}" for it in stored["cookies"] + stored["origins"])
        told, self.complaints = self.complaints, []
        assert told == []

    def leave(self) -> None:
        """Close all that is open."""
        for page in self.pages:
            page.context.close()


def find_address(path: str) -> str:
    """Give the whole address of a path below the site's."""
    return path if "://" in path else f"{SITE_URL}/{path}"
