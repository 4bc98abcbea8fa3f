"""Measurements that are too slow for the tests."""
