-- The conversation_id of every conversation with more than three messages, and the number of its messages as `messages`.

-- #region TODO: write the query
SELECT conversation_id, COUNT(*) AS messages
FROM messages
GROUP BY conversation_id
HAVING COUNT(*) > 3;
-- #endregion
