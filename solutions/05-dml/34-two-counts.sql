-- There is one more table here: labels (id, conversation_id, label).
-- The id of every conversation, how many messages it has, as `messages`, and how many labels, as `labels`.

-- #region TODO: write the query
SELECT c.id, COUNT(DISTINCT m.id) AS messages, COUNT(DISTINCT l.id) AS labels
FROM conversations AS c
LEFT JOIN messages AS m ON m.conversation_id = c.id
LEFT JOIN labels AS l ON l.conversation_id = c.id
GROUP BY c.id;
-- #endregion
