-- Give conversations a column pinned: a BOOLEAN, never NULL, by default FALSE.
-- The conversations that are there already are not pinned.

-- TODO: write the statement
