"""Runs of characters and words, and the articles in which each stands."""
