-- List the tables of the current database.

-- #region TODO: fill in the blank
-- = SHOW ___;
SHOW TABLES;
-- #endregion
