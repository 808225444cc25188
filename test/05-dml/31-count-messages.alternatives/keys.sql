SELECT m.conversation_id, COUNT(m.id) AS messages FROM messages AS m GROUP BY m.conversation_id;
