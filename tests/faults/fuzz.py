"""Guided fuzzing: `python -m tests.faults.fuzz converter 120` tries one target for 120 seconds.

atheris watches which branches an input reaches, and alters those that reach new ones. What
breaks a target is written to crash-… in .cache/fuzz/, and stops with status 77.
"""

import sys
from pathlib import Path

from tests.structure.sources import ROOT

WATCHED = ["plugins", "markdown"]


def main(name: str, seconds: str) -> None:
    """Try a target, starting from real input and from what earlier runs found."""
    try:
        import atheris
    except ModuleNotFoundError:
        sys.exit("没有 atheris（它只支持部分 Python 版本），跳过有引导的随机测试；其他测试照常。")
    # Only what is imported here is watched.
    with atheris.instrument_imports(include=WATCHED):
        from tests.faults.targets import TARGETS, list_seeds
    corpus = ROOT / ".cache/fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(list_seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_total_time={seconds}", *limits(corpus.parent)],
        TARGETS[name],
    )
    atheris.Fuzz()


def limits(folder: Path) -> list[str]:
    """Give libFuzzer's options: an input of more than ten seconds or 2 GB is a failure."""
    return [
        f"-artifact_prefix={folder}/",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-max_len=4000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
