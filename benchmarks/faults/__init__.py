"""What happens to a case when a process is killed, counted over many turns."""
