-- The column timestamp of messages gets another name: sent_at.
-- Its type, its rules and all times stay.

-- #region TODO: write the statement
ALTER TABLE messages
  RENAME COLUMN timestamp TO sent_at;
-- #endregion
