-- For every message: the title of its conversation, and its content.

-- #region TODO: write the query
SELECT c.title, m.content
FROM messages AS m
JOIN conversations AS c ON c.id = m.conversation_id;
-- #endregion
