START TRANSACTION;
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
DELETE FROM messages WHERE sender = 'user' AND content = 'Where to?';
INSERT INTO messages (conversation_id, sender, content) VALUES (9001, 'user', 'Where to?');
COMMIT;
