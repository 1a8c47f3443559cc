"""Words of a text with their places, and phrases found among them."""
