-- For every conversation that has messages: its conversation_id and their number, as `messages`.

-- TODO: write the query
