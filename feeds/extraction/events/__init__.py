"""What a sentence says was done, by whom, and whether it was done at all."""
