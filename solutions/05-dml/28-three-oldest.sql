-- The id and title of the three oldest conversations by created_at, the oldest first.
-- Of two that are equally old, the one with the smaller id comes first.

-- #region TODO: write the query
SELECT id, title
FROM conversations
ORDER BY created_at, id
LIMIT 3;
-- #endregion
