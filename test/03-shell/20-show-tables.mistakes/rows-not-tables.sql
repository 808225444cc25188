SELECT * FROM conversations
