"""Screens: the board, the detail, the help, and the small dialogs."""
