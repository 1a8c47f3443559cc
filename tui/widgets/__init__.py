"""Widgets that know lines, tones and figures, but no nouns of the front."""
