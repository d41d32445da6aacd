"""The parts that screens are made of, one a file. None of them knows the engine's rules or the store."""
