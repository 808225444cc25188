DELETE FROM messages WHERE conversation_id = 7002
