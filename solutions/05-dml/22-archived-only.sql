-- The id and title of every archived conversation.

-- #region TODO: write the query
SELECT id, title
FROM conversations
WHERE is_archived = TRUE;
-- #endregion
