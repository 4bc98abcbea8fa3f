"""Pictures and scans: resized, placed, described."""
