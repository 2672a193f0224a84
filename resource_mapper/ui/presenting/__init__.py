"""会議: the sheet on a wall, and the scribe beside it. Thin views over the one scene and document."""
