"""The last steps of a build: bundles, headers, the offline copy, production."""
