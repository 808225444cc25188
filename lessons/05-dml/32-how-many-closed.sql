-- Here `conversations` has one more column, `closed_at`: NULL as long as a conversation is open.
-- In one row: how many conversations there are, as `total`, and how many are closed, as `closed`.

-- TODO: write the query
