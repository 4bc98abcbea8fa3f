"""Pages in traditional characters."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from plugins.site.display.traditional import (
    PATH,
    RECEIVER,
    SAME,
    convert,
    list_traditional,
    write_traditional,
)
from tests.structure.sources import ROOT

CASES = [
    ("干部吃饼干", "幹部吃餅乾"),
    ("皇后在后面", "皇后在後面"),
    ("头发发展", "頭髮發展"),
    ("浔滨区发展产业，3万人脱贫。", "潯濱區發展產業，3萬人脫貧。"),
    ("𠀀 plain", "𠀀 plain"),
]


def read_table() -> tuple[str, str, str]:
    """Return what the script hands over."""
    handed = re.fullmatch(rf"{RECEIVER}\((.*)\);\n", write_traditional())
    assert handed
    simplified, traditional, phrases = json.loads(f"[{handed[1]}]")
    return simplified, traditional, phrases


def spell_table() -> tuple[dict[str, str], dict[str, str]]:
    """Return the table's characters and phrases, those in full."""
    simplified, traditional, phrases = read_table()
    characters = dict(zip(simplified, traditional, strict=True))
    words = phrases.split(" ")
    spelt = {
        old: "".join(
            characters.get(old[at], old[at]) if c == SAME else c for at, c in enumerate(new)
        )
        for old, new in zip(words[::2], words[1::2], strict=True)
    }
    return characters, spelt


def test_phrases_go_before_characters() -> None:
    """A character becomes what its phrase asks for."""
    characters, phrases = spell_table()
    longest = max(map(len, phrases))
    for text, shown in CASES:
        assert convert(text, characters, phrases, longest) == shown


def test_every_phrase_of_opencc_comes_out_right() -> None:
    """What was left out of the table is what characters and shorter phrases make right."""
    characters, phrases = spell_table()
    longest = max(map(len, phrases))
    listed = [(old, new) for old, new in list_traditional("STPhrases") if len(old) > 1]
    wrong = [old for old, new in listed if convert(old, characters, phrases, longest) != new]
    assert len(listed) > 40_000 and wrong == []
    assert len(phrases) < len(listed) / 4


def test_browser_and_build_convert_alike(tmp_path: Path) -> None:
    """The page's script makes of every case what the build makes of it."""
    (tmp_path / "table.json").write_text(json.dumps(read_table()), "utf-8")
    (tmp_path / "cases.json").write_text(json.dumps([text for text, _ in CASES]), "utf-8")
    program = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ makeConverter }} from "{(ROOT / "theme/static/js/traditional.js").as_uri()}";
        const read = (name) => JSON.parse(readFileSync(`{tmp_path}/${{name}}.json`, "utf8"));
        const convert = makeConverter(...read("table"));
        console.log(JSON.stringify(read("cases").map(convert)));
    """
    ran = subprocess.run(
        ["node", "--input-type=module", "--no-warnings", "-e", program],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert json.loads(ran.stdout) == [shown for _, shown in CASES]


@pytest.mark.parametrize("name", [PATH, RECEIVER])
def test_script_and_table_know_each_other(name: str) -> None:
    """The page's script asks for the file that is written, by the function that it calls."""
    script = (ROOT / "theme/static/js/traditional.js").read_text("utf-8")
    assert f'"{name}"' in script
