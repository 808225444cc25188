-- The id and title of the three oldest conversations by created_at, the oldest first.
-- Of two that are equally old, the one with the smaller id comes first.

-- TODO: write the query
