"""Where originals come from: files, folders, standard input. The only reader of report files."""
