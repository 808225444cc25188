SELECT id, title FROM conversations
WHERE (SELECT COUNT(*) FROM hidden WHERE conversation_id = id) <> 1;
