SELECT id, title FROM conversations WHERE id NOT IN (SELECT conversation_id FROM hidden WHERE conversation_id > 0);
