-- The id of every message, and how many characters its content has, as `characters`.

-- #region TODO: write the query
SELECT id, CHAR_LENGTH(content) AS characters
FROM messages;
-- #endregion
