"""What widgets and commands are given: files, settings, prompts, background work."""
