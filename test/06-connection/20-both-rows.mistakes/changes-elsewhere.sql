START TRANSACTION;
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
INSERT INTO messages (conversation_id, sender, content) VALUES (9001, 'user', 'Where to?');
COMMIT;
INSERT INTO ai_chat_db.conversations (title) VALUES ('Trip');
