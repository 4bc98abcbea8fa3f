"""The web editor at admin/: Sveltia CMS with forms made from the model, for this site's files."""

from plugins.output.admin.editor import write_editor

__all__ = ["write_editor"]
