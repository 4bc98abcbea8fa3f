"""Measurements of the archive's parts on generated news."""
