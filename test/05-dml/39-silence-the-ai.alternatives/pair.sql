DELETE FROM messages WHERE (conversation_id, sender) = (7000, 'ai');
