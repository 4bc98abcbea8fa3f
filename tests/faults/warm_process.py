"""A process that has imported all that the commands do, and begins each as a copy of itself.

Importing takes longer than most commands of a test. `python -m tests.faults.warm_process` reads a
line of JSON for each order, `start`, `poll` or `wait`, and answers with a line: a process's number,
or the status of one that has ended. tests/built_site types the same commands as a person does, each
in a process from nothing.
"""

import importlib
import json
import os
import pkgutil
import runpy
import sys
from typing import Any

import plugins

#: What runs as a command, and so must not have been imported under its own name.
COMMANDS = ("plugins.output.production", "plugins.output.disk_edition")


def warm_up() -> None:
    """Import every module of the project, and read the dictionary."""
    for found in pkgutil.walk_packages(plugins.__path__, "plugins."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    importlib.import_module("plugins.chinese.words.dictionary").load_dictionary()
    for name in COMMANDS:
        del sys.modules[name]


def take_orders() -> dict[str, Any]:
    """Answer orders until there is none; return, in a copy that is to run it, a command's order."""
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "start":
            answer = os.fork()
            if not answer:
                return order
            # Whoever was told its number may kill its group at once.
            os.setpgid(answer, answer)
        else:
            how = 0 if order["do"] == "wait" else os.WNOHANG
            ended, status = os.waitpid(order["process"], how)
            answer = os.waitstatus_to_exitcode(status) if ended else None
        print(json.dumps(answer), flush=True)
    sys.exit()


def become(order: dict[str, Any]) -> None:
    """Run the command as `python -m` does, in its folder and with its environment."""
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    for number, name in ((0, os.devnull), (1, os.devnull), (2, order["said"])):
        os.dup2(os.open(name, os.O_RDWR), number)
    module, *sys.argv[1:] = order["arguments"]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    warm_up()
    become(take_orders())
