"""What can be set once instead of each time: from the environment, a case's file, a user's file.

``read_settings`` is the one way in; it answers with every setting and where it came from.
"""
