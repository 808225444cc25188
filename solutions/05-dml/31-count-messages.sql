-- For every conversation that has messages: its conversation_id and their number, as `messages`.

-- #region TODO: write the query
SELECT conversation_id, COUNT(*) AS messages
FROM messages
GROUP BY conversation_id;
-- #endregion
