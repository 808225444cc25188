-- The title and created_at of every conversation, the newest first.
-- Of two that are equally old, the one with the greater id comes first.

-- #region TODO: write the query
SELECT title, created_at
FROM conversations
ORDER BY created_at DESC, id DESC;
-- #endregion
