-- Add a message to every conversation that is not archived: the AI says  Welcome back!
-- In the order of the conversations' ids. One statement.

-- TODO: write the statement
