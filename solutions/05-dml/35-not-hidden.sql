-- There is one more table here: hidden (conversation_id). Its only column may be NULL.
-- The id and title of every conversation that is not in it.

-- #region TODO: write the query
SELECT id, title
FROM conversations
WHERE id NOT IN (SELECT conversation_id FROM hidden WHERE conversation_id IS NOT NULL);
-- #endregion
