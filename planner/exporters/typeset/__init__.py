"""Typesetting: fonts, lines, blocks and pages, without any knowledge of sessions."""
