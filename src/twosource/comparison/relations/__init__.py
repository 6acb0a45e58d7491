"""Relations between claims on one question: reconciled first, flagged second."""
