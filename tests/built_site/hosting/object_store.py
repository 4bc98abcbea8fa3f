"""A stand-in for S3 storage, with a bucket: moto's server, where this machine has it."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

SERVER = shutil.which("moto_server")
BUCKET = "my-bucket"
SLOWEST = 120
#: A request as the server notes it.
NOTED = re.compile(rf'"(PUT|DELETE|POST) /{BUCKET}/?([^ ?]*)(\?delete)? HTTP[^"]*" 20')


@dataclass(frozen=True)
class ObjectStore:
    """A running storage with an empty bucket; it notes every request."""

    address: str
    notes: Path

    def send(self, method: str, name: str, body: bytes | None = None) -> Message:
        """Make a request for an object as its owner; gives the headers of the answer."""
        owner = {"Authorization": "AWS id:key"}
        request = Request(f"{self.address}/{BUCKET}/{name}", body, owner, method=method)  # noqa: S310 - its own address
        with urlopen(request) as answer:  # noqa: S310 - its own address
            return answer.headers

    def list_names(self) -> set[str]:
        """List the objects of the bucket."""
        with urlopen(f"{self.address}/{BUCKET}?max-keys=1000") as answer:  # noqa: S310 - its own address
            return set(re.findall(r"<Key>(.*?)</Key>", answer.read().decode()))

    def list_changes(self) -> list[tuple[str, str]]:
        """List what was put and deleted, in order: (method, name); many deleted have no name."""
        return [(method, name) for method, name, _ in NOTED.findall(self.notes.read_text("utf-8"))]


@contextmanager
def run_store(folder: Path) -> Iterator[ObjectStore]:
    """Run a storage whose notes stand in a folder."""
    assert SERVER
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    store = ObjectStore(f"http://127.0.0.1:{port}", folder / "requests.log")
    with store.notes.open("w") as notes:
        serving = subprocess.Popen([SERVER, "-p", str(port)], stdout=notes, stderr=notes)
    try:
        create_bucket(store)
        yield store
    finally:
        serving.terminate()
        serving.wait()


def create_bucket(store: ObjectStore) -> None:
    """Create the bucket as soon as the server answers."""
    deadline = time.monotonic() + SLOWEST
    while True:
        try:
            store.send("PUT", "")
        except URLError:
            assert time.monotonic() < deadline, store.notes.read_text("utf-8")
            time.sleep(0.2)
        else:
            return
