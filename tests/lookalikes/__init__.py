"""Documents that look as the Organization's do and say nothing: own words, the genuine layout, every trap."""
