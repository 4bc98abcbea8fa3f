"""The converter's door: `python -m plugins.newspaper` runs the desk's command of that name."""

import runpy

# By name, for nothing of this floor imports the desk, which stands above it.
runpy.run_module("plugins.desk.conversion.command", run_name="__main__")
