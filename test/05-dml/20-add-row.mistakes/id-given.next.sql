INSERT INTO messages (id, conversation_id, sender, content) SELECT MAX(id) + 1, 7000, 'ai', 'Ready when you are.' FROM messages;
