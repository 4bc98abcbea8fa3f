"""Whose number it is, where, when and how firm."""
