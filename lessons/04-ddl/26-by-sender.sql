-- The chat often asks for the messages of one sender in the order of their times:
--   … WHERE sender = ? ORDER BY timestamp
-- Give messages one index that serves both parts.

-- TODO: write the statement
