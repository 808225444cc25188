-- The id and title of every conversation whose title begins with  plan , in lower or upper case.

-- #region TODO: write the query
SELECT id, title
FROM conversations
WHERE title LIKE 'plan%';
-- #endregion
