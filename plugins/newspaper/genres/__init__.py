"""Texts of other kinds than news, by what their lines say: letters, interviews, notices, verse."""
