-- Create a table pins:
--   conversation_id  INT, the primary key; the conversation must exist; when it is deleted, its pin goes too
--   pinned_at        TIMESTAMP, never NULL; by default the current time

-- #region TODO: write the statement
CREATE TABLE pins (
  conversation_id INT PRIMARY KEY,
  pinned_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
-- #endregion
