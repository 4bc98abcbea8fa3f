"""The converter's door: `python -m plugins.newspaper` runs the desk's command of that name."""

from importlib import import_module

# By name, for nothing of this floor imports the desk, which stands above it. Not by runpy: what
# processes share must be found under the module's own name.
if __name__ == "__main__":
    import_module("plugins.desk.convert_command").main(prog_name="python -m plugins.newspaper")
