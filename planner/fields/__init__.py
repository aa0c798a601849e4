"""Fields: whatever can be typed about a session, how it is shown and read, and the edit that it becomes."""
