INSERT IGNORE INTO messages (conversation_id, sender, content) VALUES (7000, 'ai', 'Ready when you are.');
