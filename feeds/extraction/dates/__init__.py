"""Numbers, days and distances, as a text says them."""
