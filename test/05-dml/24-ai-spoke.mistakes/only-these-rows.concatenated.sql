SELECT DISTINCT conversation_id FROM messages WHERE FIND_IN_SET('ai', (SELECT GROUP_CONCAT(sender) FROM messages AS m WHERE m.conversation_id = messages.conversation_id ORDER BY id));
