"""Named cues: what of a page's lines speaks for their parts, each with a learned weight."""
