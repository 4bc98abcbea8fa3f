"""What a person should look at in the articles of a page: unsure cuts, misread scans, pieces."""
