"""The inspector: everything about the selected session, each field committed once."""
