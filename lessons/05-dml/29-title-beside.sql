-- The content of every message, and the title of its conversation before it.

-- TODO: write the query
