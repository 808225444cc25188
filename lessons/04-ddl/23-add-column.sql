-- Give conversations a column pinned: a BOOLEAN, never NULL, FALSE when nothing is said.
-- What is there already is not pinned.

-- TODO: write the statement
