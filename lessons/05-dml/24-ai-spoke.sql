-- The conversation_id of every conversation in which the AI has said something, each of them once.

-- TODO: write the query
