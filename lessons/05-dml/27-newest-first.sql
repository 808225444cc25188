-- The title and created_at of every conversation, the newest first.
-- Of two that are equally old, the one with the greater id comes first.

-- TODO: write the query
