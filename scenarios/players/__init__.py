"""Characters that play by themselves: what each shows, and the words that each types."""
