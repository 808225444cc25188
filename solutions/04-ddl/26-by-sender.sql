-- The chat often asks for one sender's messages, sorted by time:
--   … WHERE sender = ? ORDER BY timestamp
-- Give messages one index of two columns that serves both parts.

-- #region TODO: write the statement
CREATE INDEX messages_by_sender ON messages (sender, timestamp);
-- #endregion
