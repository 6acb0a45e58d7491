"""The embedded language model behind one Protocol: text to sentences, tokens, parse, names."""
