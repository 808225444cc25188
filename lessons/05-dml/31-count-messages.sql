-- For every conversation that has messages: its conversation_id and the number of its messages, as `messages`.

-- TODO: write the query
