-- In one transaction: add a message to conversation 7001, from the user:  Mine
-- Then count the messages twice, as n. Others write in between, and the second number should show what they have committed.
-- Nobody sees yours before the end.

-- #region TODO: write the script
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
START TRANSACTION;
INSERT INTO messages (conversation_id, sender, content) VALUES (7001, 'user', 'Mine');
SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(*) AS n FROM messages;
COMMIT;
-- #endregion
