"""A text taken apart: its language, paragraphs, sentences and quotations."""
