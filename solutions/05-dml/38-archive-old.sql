-- Archive every conversation that was created before 1 January 2020.

-- #region TODO: write the statement
UPDATE conversations
SET is_archived = TRUE
WHERE created_at < '2020-01-01';
-- #endregion
