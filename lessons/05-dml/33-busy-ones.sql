-- The conversation_id of every conversation with more than three messages, and their number, as `messages`.

-- TODO: write the query
