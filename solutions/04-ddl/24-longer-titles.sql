-- Titles of conversations may now have 500 characters.
-- All other rules of the column stay as they are, and so does every title.

-- #region TODO: finish the statement
-- = ALTER TABLE conversations MODIFY COLUMN title ___;
ALTER TABLE conversations
  MODIFY COLUMN title VARCHAR(500) NOT NULL DEFAULT 'New conversation';
-- #endregion
