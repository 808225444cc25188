INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Ready when you are.' FROM conversations WHERE id = 7000;
