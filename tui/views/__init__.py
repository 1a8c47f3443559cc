"""Pure functions from the nouns to what a screen shows: frozen lines, levels and series.

Nothing here knows a terminal, a width or a colour: tones are meanings, columns are wishes.
"""
