"""Losses on the way: attribution, hedges, negations, speakers and figures that did not survive."""
