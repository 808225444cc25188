-- The chat often asks for the messages of one sender in the order of their times:
--   … WHERE sender = ? ORDER BY timestamp
-- Give messages one index that serves both parts.

-- #region TODO: write the statement
CREATE INDEX messages_by_sender ON messages (sender, timestamp);
-- #endregion
