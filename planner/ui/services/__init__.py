"""What widgets and commands are handed: files, settings, prompts, background work."""
