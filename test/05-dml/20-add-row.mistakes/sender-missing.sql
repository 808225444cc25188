INSERT INTO messages (conversation_id, content) VALUES (7000, 'Ready when you are.')
