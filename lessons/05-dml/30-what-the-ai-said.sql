-- The id of every conversation, with the content of what the AI said in it, a row for each message.
-- A conversation in which the AI said nothing appears once, with NULL.

-- TODO: write the query
