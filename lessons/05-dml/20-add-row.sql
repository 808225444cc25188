-- Add a message to conversation 7000: the AI says  Ready when you are.
-- The server supplies the id and the time.

-- TODO: write the statement
