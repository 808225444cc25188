-- The chat often asks for one sender's messages, sorted by time:
--   … WHERE sender = ? ORDER BY timestamp
-- Give messages one index that serves both parts.

-- TODO: write the statement
