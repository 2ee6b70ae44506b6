"""A decision in words, decision tables, the command line. The only room that knows languages beyond the data's own texts."""
