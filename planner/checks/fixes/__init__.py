"""How fixes are made that checks offer."""
