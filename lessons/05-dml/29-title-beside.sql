-- For every message: the title of its conversation, and its content.

-- TODO: write the query
