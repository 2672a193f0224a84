"""ガイド: the five steps, one after another."""
