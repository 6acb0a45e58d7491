"""Writers of other formats than the house's own: each a projection of the case.

``limits`` says what each format has no room for. Nothing here reads a clock: the
same case gives the same bytes.
"""
