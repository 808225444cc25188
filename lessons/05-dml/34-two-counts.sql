-- There is one more table here: labels (id, conversation_id, label).
-- The id of every conversation, how many messages it has, as `messages`, and how many labels, as `labels`.

-- TODO: write the query
