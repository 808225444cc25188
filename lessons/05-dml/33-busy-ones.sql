-- The conversation_id of every conversation with more than three messages, and the number of its messages as `messages`.

-- TODO: write the query
