"""Origins: the roots that claims lead back to, and how many of them are independent."""
