-- Rename conversation 7001 and keep that. Delete its messages, show how many are left,
-- and undo the deletion.

-- #region TODO: fill in the blanks
-- = START TRANSACTION;
-- = UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
-- = ___ renamed;
-- = DELETE FROM messages WHERE conversation_id = 7001;
-- = SELECT COUNT(*) AS n FROM messages WHERE conversation_id = 7001;
-- = ___ renamed;
-- = ___;
START TRANSACTION;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SAVEPOINT renamed;
DELETE FROM messages WHERE conversation_id = 7001;
SELECT COUNT(*) AS n FROM messages WHERE conversation_id = 7001;
ROLLBACK TO SAVEPOINT renamed;
COMMIT;
-- #endregion
