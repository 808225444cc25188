-- Here `conversations` has one more column, `closed_at`: NULL as long as a conversation is open.
-- The id and title of every conversation that is still open.

-- TODO: write the query
