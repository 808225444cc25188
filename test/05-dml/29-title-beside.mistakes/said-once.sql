SELECT DISTINCT c.title, m.content FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
