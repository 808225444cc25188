-- The id and content of what the user said in conversation 7000 or in conversation 7001.

-- #region TODO: write the query
SELECT id, content
FROM messages
WHERE (conversation_id = 7000 OR conversation_id = 7001) AND sender = 'user';
-- #endregion
