"""What things are: vocabularies, conditions, law, organisation, request, decision. Frozen values, no input or output."""
