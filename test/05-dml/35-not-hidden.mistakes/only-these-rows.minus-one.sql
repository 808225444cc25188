SELECT id, title FROM conversations WHERE id NOT IN (SELECT COALESCE(conversation_id, -1) FROM hidden);
