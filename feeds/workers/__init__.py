"""Reading documents and texts in processes of their own, which can be killed.

Parsers and extraction meet hostile input: a document may cost minutes or gigabytes. So both run in
child processes with a deadline and a memory limit; what a child did not finish is a failure of that
document, and a new child takes the next one.

Nothing is imported here: a child loads only what it needs to read.
"""
