-- The id of every conversation, with the content of what the AI said in it, a row for each message.
-- A conversation in which the AI said nothing appears once, with NULL.

-- #region TODO: write the query
SELECT c.id, m.content
FROM conversations AS c
LEFT JOIN messages AS m ON m.conversation_id = c.id AND m.sender = 'ai';
-- #endregion
