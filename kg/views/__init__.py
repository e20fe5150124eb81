"""Pictures of the graph: what to show, where it goes, and how it is written."""
