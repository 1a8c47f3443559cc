"""Whom a text names, and who of them says which of its words."""
