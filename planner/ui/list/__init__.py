"""The list view: one row a session, one column a field, and how each is typed, chosen or opened."""
