INSERT INTO messages (id, conversation_id, sender, content) VALUES (1, 7000, 'ai', 'Ready when you are.')
