"""Files: reading, atomic writing, and what old formats become."""
