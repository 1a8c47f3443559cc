"""Lexicons: all that the extraction knows of a language, one TOML file each, loaded and checked."""
