"""Plain mode: one line after the other, for screen readers, pipes and simple terminals."""
