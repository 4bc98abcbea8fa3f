"""What holds of any program: kept files, processes, locks, versions of code, command lines."""
