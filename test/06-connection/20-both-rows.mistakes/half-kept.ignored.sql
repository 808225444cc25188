START TRANSACTION;
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
INSERT IGNORE INTO messages (conversation_id, sender, content) VALUES (9001, 'user', 'Where to?');
COMMIT;
