-- Add a message to every conversation that is not archived: the AI says  Welcome back!
-- Add them in the order of the conversations' ids, with one statement.

-- TODO: write the statement
