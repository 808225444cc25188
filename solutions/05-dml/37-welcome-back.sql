-- Add a message to every conversation that is not archived: the AI says  Welcome back!
-- In the order of the conversations' ids. One statement.

-- #region TODO: write the statement
INSERT INTO messages (conversation_id, sender, content)
SELECT id, 'ai', 'Welcome back!'
FROM conversations
WHERE is_archived = FALSE
ORDER BY id;
-- #endregion
