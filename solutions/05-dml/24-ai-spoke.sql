-- The conversation_id of every conversation in which the AI has said something, each of them once.

-- #region TODO: write the query
SELECT DISTINCT conversation_id
FROM messages
WHERE sender = 'ai';
-- #endregion
