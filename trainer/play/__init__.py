"""The play engine, pure: a session is a list of events, and its state is computed from them."""
