"""Panels: each shows one view in a frame, says what to do when there is nothing, and survives errors."""
