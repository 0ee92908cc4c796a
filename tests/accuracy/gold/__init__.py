"""Texts whose sentences and words are known: read from treebanks and tagged corpora, kept as plain files."""
