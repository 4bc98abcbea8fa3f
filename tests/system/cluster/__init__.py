"""A real scheduler and two real workers on this machine."""
