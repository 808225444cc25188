-- Titles of conversations may now have 500 characters.
-- All other rules of the column stay as they are, and so does every title.

-- TODO: finish the statement
ALTER TABLE conversations MODIFY COLUMN title ___;
