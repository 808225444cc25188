SELECT (SELECT c.title FROM conversations AS c WHERE c.id = m.conversation_id) AS title, m.content FROM messages AS m;
