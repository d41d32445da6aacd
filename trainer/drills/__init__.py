"""The drill engine: events in, state out. It knows no screen, no store and no clock."""
