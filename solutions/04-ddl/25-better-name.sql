-- The column timestamp of messages gets a new name: sent_at.
-- Its type, its rules and all the times stay as they are.

-- #region TODO: write the statement
ALTER TABLE messages
  RENAME COLUMN timestamp TO sent_at;
-- #endregion
