START TRANSACTION;
INSERT IGNORE INTO conversations (id, title) VALUES (9001, 'Trip');
INSERT INTO messages (conversation_id, sender, content) VALUES (9001, 'user', 'Where to?');
COMMIT;
