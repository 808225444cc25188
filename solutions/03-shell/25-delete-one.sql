-- Two conversations are called  Second conversation.
-- Delete the one with the id 7002, and nothing else.

-- #region TODO: write the statement
DELETE FROM conversations
WHERE id = 7002;
-- #endregion
