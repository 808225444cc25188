-- Add a message to every conversation that is not archived: the AI says  Welcome back!
-- Add them in the order of the conversations' ids, with one statement.

-- #region TODO: write the statement
INSERT INTO messages (conversation_id, sender, content)
SELECT id, 'ai', 'Welcome back!'
FROM conversations
WHERE is_archived = FALSE
ORDER BY id;
-- #endregion
