"""Uploaded pages converted by a job, and the pull requests that it opens."""
