"""Labelled material and scores: tests hold floors to them, benchmarks report them."""
