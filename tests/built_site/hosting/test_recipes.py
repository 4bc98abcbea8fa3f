"""What docs/hosting.md tells people to type puts the site there: whole, in order, kept right."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.amounts import choose
from tests.built_site.building import run
from tests.built_site.documentation.doc_commands import list_commands, write_script
from tests.built_site.hosting.object_store import BUCKET, SERVER, ObjectStore, run_store
from tests.built_site.serving import headers_for, read_rules
from tests.structure.sources import ROOT

PAGE = ROOT / "docs/hosting.md"
KEPT, SHORT = "public, max-age=31536000, immutable", "public, max-age=300"
PICTURE = "images/cha-yuan-0123456789.jpg"
#: What an earlier site had, and this one has not.
GONE = "articles/gone.html"


def needs(tool: str) -> pytest.MarkDecorator:
    """Skip a test where this machine lacks a tool, which the project itself has no use for."""
    return pytest.mark.skipif(not shutil.which(tool), reason=f"没有 {tool}")


def find_commands(words: str) -> str:
    """Find the page's only block of commands that has some words."""
    (found,) = (block for block in list_commands(PAGE) if words in block)
    return found


@pytest.fixture
def work(site: Path, tmp_path: Path) -> Path:
    """Give a folder in which `output` is a built site that has a picture, too."""
    output = Path(shutil.copytree(site, tmp_path / "work/output"))
    (output / PICTURE).parent.mkdir(exist_ok=True)
    (output / PICTURE).write_bytes(b"picture")
    return output.parent


def list_files(output: Path) -> dict[str, bool]:
    """List what belongs on a host; for each file whether it may be kept for ever."""
    rules = read_rules(output)
    paths = (file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
    return {
        path: "immutable" in headers_for(rules, f"/{path}").get("Cache-Control", "")
        for path in paths
        if path != "_headers"
    }


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ObjectStore]:
    """Give a storage in which an earlier site left a page."""
    with run_store(tmp_path) as running:
        running.send("PUT", GONE, b"gone")
        yield running


def upload(work: Path, script: str, environment: Mapping[str, str]) -> None:
    """Run the commands with a key that any stand-in takes."""
    keys = {"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "key"}
    done = run(work, f"unset AWS_CA_BUNDLE\n{script}", {**keys, **environment})
    assert done.returncode == 0, done.stdout + done.stderr


def check_store(store: ObjectStore, files: Mapping[str, bool]) -> None:
    """See that the storage has the site with its headers, and got it in a safe order."""
    assert store.list_names() == files.keys()
    for name, is_kept in files.items():
        headers = store.send("HEAD", name)
        assert headers["Cache-Control"] == (KEPT if is_kept else SHORT), name
        if name.endswith(".html"):
            assert headers["Content-Type"].startswith("text/html"), name
    changes = [change for change in store.list_changes() if change[1]][1:]
    order = [rank_change(*change, files) for change in changes]
    assert order == sorted(order)
    assert {0, 1, 2, 3} == set(order)


def rank_change(method: str, name: str, files: Mapping[str, bool]) -> int:
    """Rank a change: what pages need, then what points there, pages, and deletions last."""
    if method == "DELETE":
        return 3
    return 0 if files[name] else 2 if name.endswith(".html") else 1


@needs("rclone")
@pytest.mark.parametrize("provider", ["Alibaba", "TencentCOS", "Other"])
def test_rclone_registers_a_storage(tmp_path: Path, provider: str) -> None:
    """Each command that registers a storage leaves rclone with what it was told."""
    settings = tmp_path / "rclone.conf"
    commands = write_script([find_commands(f"provider={provider}")])
    upload(tmp_path, commands, {"RCLONE_CONFIG": str(settings)})
    kept = settings.read_text("utf-8")
    assert kept.startswith("[archive]\n")
    assert {"type = s3", f"provider = {provider}", "acl = public-read"} <= set(kept.splitlines())


@pytest.mark.skipif(not SERVER, reason="没有 moto_server")
@needs("rclone")
def test_rclone_uploads_the_site(work: Path, store: ObjectStore, tmp_path: Path) -> None:
    """The rclone commands bring the site to a storage for all to read, and nothing old stays."""
    commands = [find_commands("provider=Other"), find_commands("rclone sync")]
    elsewhere = {
        "RCLONE_CONFIG": str(tmp_path / "rclone.conf"),
        "RCLONE_CONFIG_ARCHIVE_ENDPOINT": store.address,
    }
    upload(work, write_script(commands, {"BUCKET": f"archive:{BUCKET}"}), elsewhere)
    check_store(store, list_files(work / "output"))
    with urlopen(f"{store.address}/{BUCKET}/index.html") as page:  # noqa: S310 - the stand-in's own
        assert page.read() == (work / "output/index.html").read_bytes()


@pytest.mark.stress
@pytest.mark.skipif(not choose(0, 1), reason="十多秒；make stress 才运行")
@pytest.mark.skipif(not SERVER, reason="没有 moto_server")
@needs("aws")
def test_aws_uploads_the_site(work: Path, store: ObjectStore) -> None:
    """The AWS commands do the same."""
    given = {"BUCKET": f"s3://{BUCKET}", "ENDPOINT": store.address}
    script = write_script([find_commands("aws s3 sync")], given)
    upload(work, script, {"AWS_DEFAULT_REGION": "us-east-1"})
    check_store(store, list_files(work / "output"))


@needs("rsync")
def test_rsync_brings_pages_last(work: Path, tmp_path: Path) -> None:
    """The first rsync command brings all that pages need, the second the pages, then deletes."""
    target = tmp_path / "server"
    (target / GONE).parent.mkdir(parents=True)
    (target / GONE).write_text("gone", encoding="utf-8")
    files = list_files(work / "output").keys()
    late = {name for name in files if name.endswith(".html")} | {"search/manifest.json"}
    setting, first, second = find_commands("rsync -rt").splitlines(keepends=True)
    given = {"TARGET": f"{target}/"}
    upload(work, write_script([setting, first], given), {})
    assert {*list_files(target)} == (files - late) | {GONE}
    upload(work, write_script([setting, second], given), {})
    assert {*list_files(target)} == files
    for name in files:
        assert (target / name).read_bytes() == (work / "output" / name).read_bytes()
