"""What a person can tell the program to do: each command stands beside its menu entry."""
