"""Work that a cluster shares: the results of this process, whatever becomes of the cluster."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from plugins.system.cluster import sharing
from plugins.system.cluster.sharing import ClusterError, share_far
from tests.structure.sources import ROOT
from tests.system.cluster.conftest import Cluster
from tests.system.cluster.errands import (
    make_errand,
    prepare_adding,
    prepare_dying,
)


def wait_for_workers(count: int) -> None:
    """Wait until so many workers have come to the cluster."""
    with sharing._open_client() as client:
        client.wait_for_workers(count, timeout=60)


def test_every_item_has_its_result(cluster: Cluster) -> None:
    """Results come with their places, in whatever order; what fails on a worker is done here."""
    done = dict(share_far(make_errand(prepare_adding, 10), str, range(12), 5))
    assert done == {item: "7" if item == 7 else item + 10 for item in range(12)}


def test_other_code_is_refused_by_name(cluster: Cluster, tmp_path: Path) -> None:
    """A worker with other code is named, and nothing is done by any."""
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins")
    for lock in ("requirements.txt", "requirements-cluster.txt"):
        shutil.copy(ROOT / lock, tmp_path)
    (tmp_path / "plugins/model/days.py").open("a").write("\n")
    with (tmp_path / "requirements.txt").open("a") as lock:
        lock.write("no-such-package==1.0\n")
    other = cluster.start_other(tmp_path)
    try:
        wait_for_workers(3)
        with pytest.raises(ClusterError, match=r"代码 是 \w+，这里是 \w+") as told:
            list(share_far(make_errand(prepare_adding, 10), int, range(4), 1))
    finally:
        other.kill()
        other.wait()
    assert str(told.value).count("tcp://") == 1


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("SCHEDULER", "tcp://127.0.0.1:9", "连不上集群 tcp://127.0.0.1:9"),
        ("SCHEDULER", "nowhere", "连不上集群 nowhere"),
        ("WORKERS", "four", "WORKERS 要写成工作进程的个数"),
    ],
)
def test_a_wrong_address_is_one_clear_error(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody answers, and what is no address or number, is told in one Chinese line."""
    monkeypatch.setattr(sharing, "PATIENCE", 1)
    monkeypatch.delenv("SCHEDULER", raising=False)
    monkeypatch.setenv(variable, value)
    with pytest.raises(ClusterError, match=said):
        list(share_far(make_errand(prepare_adding, 1), int, range(4), 1))


def test_a_killed_worker_costs_no_result(
    cluster: Cluster, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What a worker had not done when it ended is done by another, and one line says so."""
    wait_for_workers(2)
    errand = make_errand(prepare_dying, str(tmp_path / "died"))
    assert dict(share_far(errand, int, range(8), 2)) == {item: item for item in range(8)}
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("有 1 个工作进程中途没有了（tcp://")


def test_a_late_worker_without_the_code_is_one_clear_error(cluster: Cluster) -> None:
    """One that comes mid-run and cannot read what it is to do is told in Chinese, with why."""
    with sharing._open_client() as client:
        run = sharing._Run(client, make_errand(prepare_adding, 1), [1], 1)
        future = client.submit(import_module, "no_such_module")
        with pytest.raises(ClusterError, match=r"它做不了（ModuleNotFoundError.*no_such_module"):
            run._receive(future, 0)


def test_many_items_that_come_back_are_told(
    cluster: Cluster, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line says how many items no worker could do, where these are many."""
    assert list(share_far(make_errand(prepare_adding, 10), str, [7, 7, 1], 3))
    assert capfd.readouterr().err == "3 项里有 2 项集群做不了，是在本机做完的。\n"
