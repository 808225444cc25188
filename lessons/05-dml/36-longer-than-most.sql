-- The id and content of every message that has more characters than the average of all messages.

-- TODO: write the query
