"""Every problem of the content in one list."""
