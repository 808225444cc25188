-- Somebody has added conversations called  Second conversation.
-- Look before you delete: show their id and title, and change nothing.

-- #region TODO: fill in the blank
-- = SELECT id, title FROM conversations WHERE ___;
SELECT id, title
FROM conversations
WHERE title = 'Second conversation';
-- #endregion
