INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (7000, 'ai', 'Ready when you are.', UTC_TIMESTAMP());
