"""Articles settled and told: subjects, figures, issues, reference, raw lines."""
