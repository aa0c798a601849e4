"""What keeps a plan safe in the window: the journal, recovery, earlier versions and what others have saved."""
