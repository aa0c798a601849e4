"""One window: what stands where in it, and what connects its parts."""
