-- There is one more table here: hidden (conversation_id). Its only column may be NULL.
-- The id and title of every conversation that is not in it.

-- TODO: write the query
