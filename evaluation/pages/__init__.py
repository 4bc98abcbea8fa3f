"""Newspaper pages made of whole articles, damaged as layouts damage them, and their scores."""
