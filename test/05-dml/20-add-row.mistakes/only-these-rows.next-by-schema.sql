INSERT INTO messages (id, conversation_id, sender, content)
SELECT AUTO_INCREMENT, 7000, 'ai', 'Ready when you are.'
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'messages'
