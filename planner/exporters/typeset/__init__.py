"""Setting type: fonts, lines, blocks and pages. Knows nothing of sessions."""
