"""The attacks: tests/hostile/cases/*.yaml, one file a kind, as files below content/.

A case names what it `tries` and has some of: `front` and `body` (an article's), `text` (a whole
file), `file` (its path), `link` (what it leads to), `raw` and `sidecar`
(a raw page's). A text may be a list of pieces, each
a string or [string, how often]. `refused` is what the refusal says; without it the attack is
rendered, harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.amounts import choose

CASES = Path(__file__).parent / "cases"
FRONT, BODY = "title: 浔滨茶园", "浔滨区种茶8亩。"


@dataclass(frozen=True)
class Case:
    """One attack: its files' texts by their path below content/, the first of them to blame."""

    name: str
    kind: str
    tries: str
    files: Mapping[str, str]
    refused: str
    link: str = ""

    @property
    def file(self) -> str:
        """The file that a refusal must name."""
        return next(iter(self.files))

    def write(self, content: Path) -> None:
        """Write its files below a content folder."""
        for name, text in self.files.items():
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            # What no text editor would save is what an attacker does.
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
        if self.link:
            (content / self.file).unlink()
            (content / self.file).symlink_to(self.link)


@cache
def load_cases() -> tuple[Case, ...]:
    """Read all attacks, by kind and in their order."""
    yaml = YAML(typ="safe")
    return tuple(
        _read_case(path.stem, number, fields)
        for path in sorted(CASES.glob("*.yaml"))
        for number, fields in enumerate(yaml.load(path), start=1)
    )


def choose_cases() -> list[Case]:
    """List the attacks to try: in `make test` a part of those that take long."""
    step = choose(8, 1)
    slow = [case for case in load_cases() if case.kind == "sizes"]
    return [case for case in load_cases() if case not in slow] + slow[::step]


def _read_case(kind: str, number: int, fields: Mapping[str, Any]) -> Case:
    name = f"{kind}-{number:03}"
    if "raw" in fields:
        files = {f"raw/{name}.txt": join(fields["raw"])}
        if "sidecar" in fields:
            files[f"raw/{name}.yaml"] = join(fields["sidecar"])
    else:
        front, body = join(fields.get("front", FRONT)), join(fields.get("body", BODY))
        text = join(fields.get("text", f"---\n{front}\n---\n\n{body}\n"))
        files = {fields.get("file", f"articles/{name}.md"): text}
    refused, link = str(fields.get("refused", "")), fields.get("link", "")
    return Case(name, kind, fields["tries"], files, refused, link)


def join(pieces: object) -> str:
    """Return a text of pieces as a case writes it."""
    if not isinstance(pieces, list):
        return str(pieces)
    parts = (p if isinstance(p, list) else (p, 1) for p in pieces)
    return "".join(str(text) * times for text, times in parts)
