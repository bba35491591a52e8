"""What the layout of a document gives away: tables, letters, rosters, lists."""
