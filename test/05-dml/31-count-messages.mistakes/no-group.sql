SELECT conversation_id, COUNT(*) AS messages FROM messages
