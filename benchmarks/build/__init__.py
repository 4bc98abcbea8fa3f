"""Whole builds measured, beside those of the peers that are installed."""
