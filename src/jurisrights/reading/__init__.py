"""From TOML text to the model: every problem at once, with file, line and rule. The only room that touches the disk."""
