-- Which table does a message refer to, and what happens when that row is deleted?
-- Have the server show the statement that would create messages again.

-- TODO: write the statement
