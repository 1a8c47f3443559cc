"""Places, as a text names them, and what their names mean."""
