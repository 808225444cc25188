-- The column timestamp of messages gets another name: sent_at.
-- Its type, its rules and all times stay.

-- TODO: write the statement
