INSERT INTO messages (content, sender, conversation_id, timestamp)
VALUES ('Ready when you are.', 'ai', 7000, NOW());
