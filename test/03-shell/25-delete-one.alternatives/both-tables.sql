DELETE c, m FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE c.id = 7002;
