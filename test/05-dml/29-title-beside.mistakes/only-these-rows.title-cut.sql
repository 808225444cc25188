SELECT LEFT(c.title, 200) AS title, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id;
