-- Count the messages twice, as n. Others write in between, and nobody has to wait for you.
-- Both numbers must be the same.

-- #region TODO: write the script
START TRANSACTION;
SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(*) AS n FROM messages;
COMMIT;
-- #endregion
