-- The id and title of every archived conversation.

-- TODO: write the query
