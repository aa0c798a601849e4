"""Plans made of plans: an excerpt, the same plan under new ids, next year's."""
