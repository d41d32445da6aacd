"""The screens, one a file with its style sheet beside it."""
