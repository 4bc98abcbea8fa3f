"""The command that shows the site while editors work on it: `python -m plugins.desk serve`."""

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread

import click
from watchfiles import watch

from plugins.desk.preview.host import open_host
from plugins.desk.preview.preview import Preview
from plugins.system.chinese_command import ChineseCommand
from plugins.system.folders.holding import hold_folder

#: What is kept between builds, and below it the preview, of which there is one.
CACHE = Path(".cache")
#: Milliseconds between two looks at whether the site that was begun is whole.
PAUSE = 200


@click.command(cls=ChineseCommand, help="预览网站，保存文件后自动重新生成。")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="端口，如 8001。")
def serve(port: int) -> None:
    """Show the site on this machine and renew it on every save, until Ctrl-C."""
    # What is killed like this must not leave its processes at work.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    preview = Preview("pelicanconf.py", CACHE / "preview")
    with held_alone():
        try:
            host = open_host(preview, port)
        except OSError:
            sys.exit(f"端口 {port} 已被占用，请换一个，如 make serve PORT={port + 1}")
        # Ctrl-C may come while something is made, too.
        with suppress(KeyboardInterrupt):
            click.echo("正在生成网站……")
            preview.begin()
            preview.take(wait=True)
            Thread(target=host.serve_forever, daemon=True).start()
            click.echo(f"预览地址：http://127.0.0.1:{port}/ ，保存文件后自动更新，按 Ctrl-C 结束。")
            tell_outcome(preview)
            follow(preview)
        preview.end()
    click.echo("预览已结束。")


@contextmanager
def held_alone() -> Iterator[None]:
    """Leave with a line where another one is shown: both would write the same site."""
    CACHE.mkdir(exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(hold_folder(CACHE, wait=False))
        except BlockingIOError:
            sys.exit("另一个 make serve 正开着这里的预览，请用它给出的网址，或先按 Ctrl-C 结束它")
        yield


def follow(preview: Preview) -> None:
    """Renew the site on every save. Raises KeyboardInterrupt at Ctrl-C, the only end."""
    # It would say in English that Ctrl-C was pressed.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    for saved in watch(
        *("content", "theme", "pelicanconf.py"),
        debounce=200,
        step=50,
        rust_timeout=PAUSE,
        yield_on_timeout=True,
    ):
        if saved:
            preview.save([Path(file) for _, file in saved])
            click.echo(preview.renewing)
        elif preview.take():
            tell_outcome(preview)


def tell_outcome(preview: Preview) -> None:
    """Say in the terminal how the last build went."""
    for problem in preview.problems:
        click.echo(problem.words, err=True)
    click.echo("网站没有生成，原因见上。" if preview.problems else "网站已更新。")
