"""Guided fuzzing: `python -m tests.faults.fuzz 120` tries every target for 120 seconds.

atheris watches which branches an input reaches, and alters those that reach new ones. What
breaks a target is written to .cache/fuzz/ as TARGET-crash-…; naming the target and such a file,
`python -m tests.faults.fuzz 0 TARGET FILE`, tries just that again.
"""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

from tests.structure.sources import ROOT

WATCHED = ["plugins", "markdown"]
FOLDER = ROOT / ".cache/fuzz"
TARGETS = ("converter", "front-matter", "markdown", "search-cache")
EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main(seconds: str) -> int:
    """Try all targets, one a processor at a time; give 1 where any broke, after saying how."""
    if find_spec("atheris") is None:
        print("没有 atheris（它只有部分 Python 版本的安装包）：跳过有引导的随机测试，其余都做了。")
        return 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda name: run_target(name, seconds), TARGETS))
    for name, (status, said) in zip(TARGETS, outcomes, strict=True):
        executed = EXECUTED.search(said)
        print(f"{name}: {executed[1] if executed else '?'} executions in {seconds} s")
        if status:
            print(said[-4000:])
    return int(any(status for status, _ in outcomes))


def run_target(name: str, seconds: str) -> tuple[int, str]:
    """Try one target in a process of its own, which atheris ends; give its status and words."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.fuzz", seconds, name],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def fuzz(seconds: str, name: str, *files: str) -> None:
    """Try a target, starting from real input and from what earlier runs found, or some files."""
    import atheris

    # Only what is imported here is watched.
    with atheris.instrument_imports(include=WATCHED):
        from tests.faults.targets import TARGETS as CALLED
        from tests.faults.targets import list_seeds
    corpus = FOLDER / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(list_seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    tried = files or (str(corpus),)
    atheris.Setup([sys.argv[0], *tried, *limits(seconds, name)], CALLED[name])
    atheris.Fuzz()


def limits(seconds: str, name: str) -> list[str]:
    """Give libFuzzer's options: an input of more than ten seconds or 2 GB is a failure."""
    return [
        f"-artifact_prefix={FOLDER}/{name}-",
        f"-max_total_time={seconds}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-max_len=16000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]


if __name__ == "__main__":
    if len(sys.argv) == 2:
        sys.exit(main(sys.argv[1]))
    fuzz(*sys.argv[1:])
