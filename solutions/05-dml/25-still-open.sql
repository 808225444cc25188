-- Here `conversations` has one more column, `closed_at`: NULL as long as a conversation is open.
-- The id and title of every conversation that is still open.

-- #region TODO: write the query
SELECT id, title
FROM conversations
WHERE closed_at IS NULL;
-- #endregion
