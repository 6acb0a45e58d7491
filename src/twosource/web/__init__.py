"""The server of the workbench: reads the served view of cases, takes in decisions, starts jobs.

It holds no parsed case: whatever needs one runs in a process beside it.
"""
