"""Ways to change the player's own words a little: leave something out, turn it, or add to it."""
