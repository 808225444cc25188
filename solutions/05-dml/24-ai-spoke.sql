-- The conversation_id of every conversation in which the AI has said something, each one once.

-- #region TODO: write the query
SELECT DISTINCT conversation_id
FROM messages
WHERE sender = 'ai';
-- #endregion
