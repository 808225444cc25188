-- Delete what the AI said in conversation 7000. Everything else stays.

-- #region TODO: write the statement
DELETE FROM messages
WHERE conversation_id = 7000 AND sender = 'ai';
-- #endregion
