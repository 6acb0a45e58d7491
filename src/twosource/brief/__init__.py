"""The brief: lines that rest on spans, and the writers that print them."""
