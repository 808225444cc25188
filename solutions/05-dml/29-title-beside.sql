-- The content of every message, and the title of its conversation before it.

-- #region TODO: write the query
SELECT c.title, m.content
FROM messages AS m
JOIN conversations AS c ON c.id = m.conversation_id;
-- #endregion
