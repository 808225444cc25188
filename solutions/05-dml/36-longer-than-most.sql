-- The id and content of every message that has more characters than the average of all messages.

-- #region TODO: write the query
SELECT id, content
FROM messages
WHERE CHAR_LENGTH(content) > (SELECT AVG(CHAR_LENGTH(content)) FROM messages);
-- #endregion
