SELECT id, content
FROM messages
WHERE conversation_id LIKE '700_' AND sender = 'user' AND conversation_id NOT IN (7002, 7003);
