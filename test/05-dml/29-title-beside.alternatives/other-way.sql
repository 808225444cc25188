SELECT title, content FROM conversations JOIN messages ON messages.conversation_id = conversations.id;
