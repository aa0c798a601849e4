"""The day board: sessions of one day over time and rooms, edited by mouse and keys."""
