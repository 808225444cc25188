-- The column timestamp of messages gets a new name: sent_at.
-- Its type, its rules and all the times stay as they are.

-- TODO: write the statement
