-- Make a table pins:
--   conversation_id  INT, the primary key; the conversation must exist, and takes its pin along when it is deleted
--   pinned_at        TIMESTAMP, never NULL; the present time when nothing is said

-- #region TODO: write the statement
CREATE TABLE pins (
  conversation_id INT PRIMARY KEY,
  pinned_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
-- #endregion
