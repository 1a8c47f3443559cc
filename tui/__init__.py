"""The screen: everything shown is made from :mod:`feeds.model` values that the façade gives.

Invariant: this package knows ``feeds.service`` and ``feeds.model`` and nothing else of ``feeds``.
``views`` make frozen view data without widgets; ``panels`` show it and compute nothing.
"""
