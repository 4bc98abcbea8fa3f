"""Chinese search that needs no server: words and character runs in small shards."""
