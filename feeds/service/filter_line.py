"""The filter line, as the façade hands it on."""

from feeds.filtering import completed, cycled, filtered, parse_filter, toggled

__all__ = ["completed", "cycled", "filtered", "parse_filter", "toggled"]
