-- For every conversation that has messages: its conversation_id and the number of its messages, as `messages`.

-- #region TODO: write the query
SELECT conversation_id, COUNT(*) AS messages
FROM messages
GROUP BY conversation_id;
-- #endregion
