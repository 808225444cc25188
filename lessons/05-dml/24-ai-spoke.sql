-- The conversation_id of every conversation in which the AI has said something, each one once.

-- TODO: write the query
