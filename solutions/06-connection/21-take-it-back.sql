-- Delete all messages and show how many are left. Then undo that, and show again how many there are.

-- #region TODO: write the script
START TRANSACTION;
DELETE FROM messages;
SELECT COUNT(*) AS n FROM messages;
ROLLBACK;
SELECT COUNT(*) AS n FROM messages;
-- #endregion
