SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
BEGIN;
INSERT INTO messages (conversation_id, sender, content) VALUES (7001, 'user', 'Mine');
SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(*) AS n FROM messages;
COMMIT;
