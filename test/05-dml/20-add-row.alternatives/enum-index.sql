INSERT INTO messages (conversation_id, sender, content) VALUES (7000, 2, 'Ready when you are.');
