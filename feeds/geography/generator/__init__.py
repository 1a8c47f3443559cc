"""Makes the shipped data from packages and hand-made lists; see :mod:`feeds.geography.generator.__main__`.

Nothing of it is loaded when the program runs.
"""
