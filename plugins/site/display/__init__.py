"""Text as pages show it: links, citations, corrections, misprints."""
