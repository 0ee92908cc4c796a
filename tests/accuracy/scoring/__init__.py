"""A program's answer laid over gold, and the figures that come of it."""
