-- The id and title of every conversation whose title begins with  plan , in capitals or not.

-- #region TODO: write the query
SELECT id, title
FROM conversations
WHERE title LIKE 'plan%';
-- #endregion
