"""From what is kept nothing is read but values of the project's models."""

import datetime
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.content.content_error import ContentError
from plugins.model import Block
from plugins.site.kept.kept_values import KeptValues
from plugins.site.kept.plain_pickles import load_plain
from plugins.system.folders.linked_files import LinkedFiles
from plugins.system.folders.whole_files import write_files


class Call:
    """What calls something when it is read."""

    def __init__(self, called: Callable[..., object], *arguments: object) -> None:
        self.told = called, arguments
        self.name = called.__qualname__

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Say what to call."""
        return self.told


@pytest.mark.parametrize(
    "value",
    [
        Call(os.system, "true"),
        Call(eval, "1"),
        Call(getattr, "a", "b"),
        Call(write_files, []),
        Call(LinkedFiles, None),
        Call(Path.cwd),
        Call(pickle.loads, b"N."),
        ContentError(Path("a.md"), 1, "甲"),
    ],
    ids=lambda value: value.name if isinstance(value, Call) else type(value).__name__,
)
def test_nothing_else_is_called(value: object) -> None:
    """Bytes that name a function, or a class that is no model, are refused."""
    with pytest.raises(pickle.UnpicklingError):
        load_plain(pickle.dumps(value))


def test_models_are_read() -> None:
    """Models and what they hold come back as they were."""
    value = [
        Block("paragraph", "甲"),
        datetime.date(2019, 11, 21),
        Path("a.md"),
        {"b": (1, 2.5, None, "丙")},
    ]
    assert load_plain(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) == value


def test_what_is_refused_is_made_again(tmp_path: Path) -> None:
    """A kept file of other bytes under a seal that fits is as if it were not there."""
    kept: KeptValues[object] = KeptValues(tmp_path / "a.kept")
    kept.add(b"0123456789abcdef", pickle.dumps(Call(os.system, "true")), lambda _: None)
    kept.keep()
    again: KeptValues[object] = KeptValues(tmp_path / "a.kept")
    assert again.find(b"0123456789abcdef", lambda content: load_plain(content.read())) is None
