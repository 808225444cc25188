DELETE FROM conversations
