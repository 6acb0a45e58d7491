"""Wordings: one utterance in several translations, paraphrases or cuts."""
