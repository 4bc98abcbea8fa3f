"""Chinese text: characters and their forms, punctuation, digits, readings, words."""
