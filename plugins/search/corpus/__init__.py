"""The articles as the index reads them: documents, folded text, tokens."""
