SELECT id, title FROM conversations WHERE id NOT IN (SELECT IFNULL(conversation_id, 1) FROM hidden);
