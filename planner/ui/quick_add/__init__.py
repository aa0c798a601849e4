"""The line in which sessions are typed."""
