"""The file `_headers`: what Netlify and Cloudflare Pages send along with each file of the site.

Both apply every rule that an address matches. Where two rules set one header, Netlify sends the
later and Cloudflare Pages both, joined; so no two rules here set one header for one address.
Syntax: a path, `*` for anything and `:name` for one part of it; below it, indented, the headers.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from plugins.output.bundles import SEARCH_ENTRY
from plugins.site.pictures.pictures import IMAGES
from plugins.system.refusal import RefusalError

FILE = "_headers"

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    # What is read here is nobody else's business.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

#: What no <meta> can say: no other site may show a page of this one inside its own.
UNFRAMED = "frame-ancestors 'none'"

#: For files whose names change with their content.
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}

_POLICY = "Content-Security-Policy"
Rule = tuple[str, Mapping[str, str]]


def write_headers(site: Path) -> None:
    """Write the file for a built site. Raises ValueError where a page has no policy."""
    (site / FILE).write_text(format_rules(list_rules(site)), "utf-8")


def format_rules(rules: Iterable[Rule]) -> str:
    """Return rules as the text of the file."""
    blocks = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in headers.items())])
        for path, headers in rules
    )
    return "\n\n".join(blocks) + "\n"


def list_rules(site: Path) -> Iterator[Rule]:
    """Yield the rules of a built site: each page's own policy, and what browsers may keep."""
    home = read_policy(site / "index.html")
    yield "/*", EVERYWHERE
    yield "/", _policy(home)
    yield "/:page", _policy(home)
    # A picture opened by itself is shown by the browser's own page, which has inline styles.
    yield f"/{IMAGES}*", FOR_EVER
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        if folder == site / IMAGES:
            continue
        page = next(iter(sorted(folder.rglob("*.html"))), None)
        yield f"/{folder.name}/*", _policy(read_policy(page) if page else home)
    yield "/search/:kind/*", FOR_EVER
    scripts = site.glob(f"theme/{SEARCH_ENTRY.replace('.js', '-*.js')}")
    yield from ((f"/{path.relative_to(site).as_posix()}", FOR_EVER) for path in sorted(scripts))


def read_policy(page: Path) -> str:
    """Return the policy that a page states. Raises RefusalError where it states none."""
    # A page may be long, and all that counts stands at its beginning, in one element.
    head = page.read_bytes().partition(b"</head>")[0].decode()
    # Texts have no such quotation marks.
    at = head.find(f'"{_POLICY}"')
    element = head[head.rfind("<", 0, at) : head.find(">", at) + 1]
    meta = BeautifulSoup(element, "html.parser").find("meta", {"http-equiv": _POLICY})
    if meta is None:
        raise RefusalError(f"{page}：没有 Content-Security-Policy，请在模板里用 partials/head.html")
    return str(meta["content"])


def _policy(stated: str) -> Mapping[str, str]:
    return {_POLICY: f"{stated}; {UNFRAMED}"}
