"""From events to reports: where and when it was done, who tells it, and on what evidence."""
