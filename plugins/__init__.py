"""The archive's stages: raw page → articles → subjects and figures → site and search."""
