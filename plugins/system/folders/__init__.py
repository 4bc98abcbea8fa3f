"""Folders: what they hold, and who alone may change them for a while."""
