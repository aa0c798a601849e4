"""The printed papers, one file a paper, and the parts that they share."""
