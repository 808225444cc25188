-- Add a message to conversation 7000: the AI says  Ready when you are.
-- The server supplies the id and the time.

-- #region TODO: write the statement
INSERT INTO messages (conversation_id, sender, content)
VALUES (7000, 'ai', 'Ready when you are.');
-- #endregion
