-- Throw the table messages away, if it is there. If it is not, nothing fails.
-- conversations stays as it is.

-- #region TODO: write the statement
DROP TABLE IF EXISTS messages;
-- #endregion
