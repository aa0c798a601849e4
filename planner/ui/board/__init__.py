"""The day board: sessions of one day over time and rooms, moved by hand or key."""
