"""Chinese text: its reading form, its characters."""
